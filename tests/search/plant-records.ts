import type { Tx } from '#db/client.server';
import {
  offerings,
  organisations,
  products,
  productVersions,
  publications,
  recognitions,
  scenarios,
  vocabularyGroups,
} from '#db/schema';
import {
  canaries,
  cancelledScenario,
  hidden,
  hiddenStates,
  silentBuyer,
  silentOrganisation,
} from './canaries';

type Row<T extends { $inferSelect: unknown }> = T['$inferSelect'];
type Product = Row<typeof products>;
type Scenario = Row<typeof scenarios>;

/**
 * What lists and catalogues are made of, once in each state that is not public: the word stands in all its text, also
 * in what conditions are made of, and in its code, which an address holds.
 */
export async function plantRecords(tx: Tx, product: Product, scenario: Scenario) {
  const silent = await plantOrganisations(tx);
  const hiddenProducts = await tx
    .insert(products)
    .values(hiddenStates.product.map((state) => hiddenProduct(product, silent.enterprise, state)))
    .returning({ id: products.id });
  const hiddenScenarios = await tx
    .insert(scenarios)
    .values([
      ...hiddenStates.scenario.map((state) => hiddenScenario(scenario, silent.buyer, state)),
      {
        ...scenario,
        id: undefined,
        rowNumber: null,
        code: 'S-ZZZ-04',
        title: cancelledScenario,
        state: 'cancelled',
      },
    ])
    .returning({ id: scenarios.id });
  await tx.insert(productVersions).values({
    productId: product.id,
    version: 0,
    content: { name: canaries.oldVersion, summary: canaries.oldVersion },
  });
  await tx.insert(offerings).values(
    hiddenStates.offering.map((state) => {
      const word = hidden('offering', state);
      return {
        code: `O-${word.toUpperCase()}`,
        productId: product.id,
        organisationId: product.organisationId,
        priceMin: 1,
        priceMax: 2,
        priceUnit: word,
        trialNote: word,
        warranty: word,
        serviceAreas: [word],
        capacity: word,
        state,
      };
    }),
  );
  await plantDecisions(tx, product);
  await plantGroups(tx);
  return {
    products: hiddenProducts.map((row) => row.id),
    scenarios: hiddenScenarios.map((row) => row.id),
  };
}

/** Organisations all of whose records are hidden: nobody meets them or the place they name but on their own page. */
async function plantOrganisations(tx: Tx) {
  const row = (kind: 'enterprise' | 'buyer', word: string) => ({
    code: `${kind === 'buyer' ? 'B' : 'E'}-${word.toUpperCase()}`,
    kind,
    name: `${word}公司`,
    shortName: word,
    category: word,
    district: word,
    zone: word,
    industry: word,
  });
  const rows = await tx
    .insert(organisations)
    .values([row('enterprise', silentOrganisation), row('buyer', silentBuyer)])
    .returning({ id: organisations.id, kind: organisations.kind });
  const of = (kind: string) => rows.find((one) => one.kind === kind)!.id;
  return { enterprise: of('enterprise'), buyer: of('buyer') };
}

function hiddenProduct(like: Product, organisationId: string, state: string) {
  const word = hidden('product', state);
  return {
    ...like,
    id: undefined,
    organisationId,
    code: `P-${word.toUpperCase()}`,
    name: `${word}无人机`,
    model: word,
    industry: word,
    composition: word,
    summary: word,
    innovation: word,
    specifications: [{ name: word, value: word, unit: word, domestic: word, foreign: word }],
    maturity: word,
    intendedCategories: [word],
    aliases: [word],
    englishName: word,
    keywords: [word],
    note: word,
    state: state as Product['state'],
  };
}

function hiddenScenario(like: Scenario, ownerId: string, state: string) {
  const word = hidden('scenario', state);
  // a line of a list that was taken back once it was public stays in it
  const neverPublic = ['withdrawn', 'cancelled'].includes(state);
  return {
    ...like,
    id: undefined,
    rowNumber: null,
    publicationId: neverPublic ? null : like.publicationId,
    publishedAt: neverPublic ? null : like.publishedAt,
    ownerId,
    code: `S-${word.toUpperCase()}`,
    title: `${word}巡护`,
    category: word,
    scale: word,
    supervisingDepartment: word,
    district: word,
    zone: word,
    site: word,
    background: word,
    outcome: word,
    requirements: [word],
    resources: [{ kind: word, text: word }],
    fundingSource: word,
    cooperationMode: word,
    period: word,
    expectedEffect: word,
    contactDepartment: word,
    contactName: word,
    contactPhone: word,
    stateReason: word,
    state: state as Scenario['state'],
  };
}

async function plantDecisions(tx: Tx, product: Product) {
  const lists = await tx
    .insert(publications)
    .values(
      hiddenStates.publication.flatMap((state, at) =>
        (['catalogue', 'scenario-list'] as const).map((kind) => {
          const word = hidden('publication', state);
          return {
            code: `${kind === 'catalogue' ? 'C' : 'L'}-${word.toUpperCase()}`,
            kind,
            year: 2099,
            sequence: at + 1,
            title: word,
            documentNumber: word,
            authority: word,
            issuedOn: '2026-01-01',
            state,
          };
        }),
      ),
    )
    .returning({ id: publications.id, kind: publications.kind });
  const [draft, submitted] = lists.filter((list) => list.kind === 'catalogue');
  const decision = (word: string) => ({
    productId: product.id,
    kind: product.kind,
    level: word,
    authority: word,
    documentNumber: word,
    certificateNumber: word,
    validFromOn: '2025-01-01',
    validUntilOn: '2097-01-01',
  });
  await tx.insert(recognitions).values([
    ...hiddenStates.recognition.map((state) => ({ ...decision(hidden('recognition', state)), state })),
    { ...decision(canaries.draftRecognition), publicationId: draft!.id, state: 'draft' },
    {
      // decided, but in a catalogue that nobody may read yet
      ...decision(canaries.earlyDecision),
      publicationId: submitted!.id,
      state: 'recognised',
      validUntilOn: canaries.earlyDecisionDay,
    },
  ]);
}

async function plantGroups(tx: Tx) {
  const group = (word: string) => ({
    area: word,
    terms: [word, '无人机'],
    narrower: [`${word}窄`],
    searchText: word,
    note: word,
  });
  const [published] = await tx
    .insert(vocabularyGroups)
    .values({
      area: '通用',
      terms: ['zqpublicterm', 'zqpublicother'],
      searchText: 'zqpublicterm',
      note: canaries.groupNote,
      state: 'published',
      publishedAt: new Date(),
    })
    .returning({ id: vocabularyGroups.id });
  await tx.insert(vocabularyGroups).values([
    ...hiddenStates.group.map((state) => ({ ...group(hidden('group', state)), state })),
    {
      ...group(canaries.draftReplacement),
      terms: ['zqpublicterm', canaries.draftReplacement],
      replacesId: published!.id,
    },
  ]);
}
