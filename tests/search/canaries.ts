import {
  offeringStates,
  productStates,
  publicationStates,
  publicScenarioStates,
  purchaseStates,
  recognitionStates,
  scenarioStates,
  vocabularyStates,
} from '#db/schema';

/** Scenarios that were public: they keep their page and their place on their list, but nothing is found by them. */
export const withdrawnScenario = 'zqtakenbackscenario';
export const cancelledScenario = 'zqcalledoffscenario';
/** An enterprise and a buyer with nothing public: they have a page, and stand nowhere else. */
export const silentOrganisation = 'zqsilentorganisation';
export const silentBuyer = 'zqsilentbuyer';
/** The token of a feed whose search has seen things before they were taken back. */
export const plantedFeed = 'planted-feed';

const except = <S extends string>(all: readonly S[], open: readonly string[]) =>
  all.filter((state) => !open.includes(state));
/**
 * The states of each kind of record whose text is nobody else's business. A decision that was superseded keeps the line
 * of its product in the catalogue, but what it says is past; the text of a purchase is for its two sides, and nothing
 * but that text is told of one that counts.
 */
export const hiddenStates = {
  publication: except(publicationStates, ['published']),
  scenario: except(scenarioStates, publicScenarioStates),
  product: except(productStates, ['published']),
  offering: except(offeringStates, ['published']),
  recognition: except(recognitionStates, ['recognised', 'public_notice', 'suspended', 'revoked']),
  purchase: [...purchaseStates],
  group: except(vocabularyStates, ['published']),
};
type Kind = keyof typeof hiddenStates;
/** The word of what is of this kind and in this state. */
export const hidden = (kind: Kind, state: string) => `zqhidden${kind}${state.replaceAll('_', '')}`;
export const hiddenWords = (kind: Kind) => hiddenStates[kind].map((state) => hidden(kind, state));

/** Each other place where something lies that is not public, with a word of its own. */
export const canaries = {
  withdrawnLinkedProduct: 'zqwithdrawnlinkedproduct',
  oldVersion: 'zqoldversion',
  productNote: 'zqproductnote',
  scenarioContact: 'zqscenariocontact',
  scenarioReason: 'zqscenarioreason',
  scenarioPhone: '13971362804',
  organisationContact: 'zqorganisationcontact',
  organisationPhone: 'zqorganisationphone',
  draftRecognition: 'zqdraftrecognition',
  earlyDecision: 'zqearlydecision',
  earlyDecisionDay: '2098-07-31',
  earlyDecisionNumber: '20980731',
  groupNote: 'zqgroupnote',
  draftReplacement: 'zqdraftreplacement',
  response: 'zqresponse',
  withdrawnResponse: 'zqtakenbackresponse',
  leadPurpose: 'zqleadpurpose',
  leadReason: 'zqleadreason',
  letter: 'zqletter',
  failedTrialSite: 'zqtrialsite',
  failedTrialNote: 'zqtrialnote',
  passedTrial: 'zqpassedtrial',
  runningTrial: 'zqrunningtrial',
  letterData: 'zqdataofletter',
  dispute: 'zqdispute',
  acceptanceEvidence: 'zqacceptanceevidence',
  personName: 'zqpersonname',
  personEmail: 'zqpersonemail',
  personPhone: 'zqpersonphone',
  shortlist: 'zqshortlist',
  shortlistNote: 'zqnoteonitem',
  savedSearch: 'zqsavedsearch',
  searchTerm: 'zqsearchterm',
  openedCode: 'zqopenedcode',
  session: 'zqsession',
  audit: 'zqaudit',
  mail: 'zqmail',
  formLedTo: 'zqformledto',
} as const;
