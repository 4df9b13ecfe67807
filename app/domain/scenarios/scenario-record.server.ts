import { paths } from '~/paths';
import { findPublicScenario } from './scenarios.server';

const fenPerYuan = 100;

/** A public scenario as `GET /api/v1/scenarios/:code` gives it, without anybody's name or telephone number. */
export async function findScenarioRecord(code: string) {
  const row = await findPublicScenario(code);
  if (!row) return undefined;
  return {
    type: 'scenario' as const,
    code: row.code,
    title: row.title,
    url: paths.scenario(row.code),
    status: row.status,
    statusReason: row.stateReason,
    organisation: { code: row.organisationCode, name: row.organisationName },
    category: row.category,
    scale: row.scale,
    district: row.district,
    zone: row.zone,
    background: row.background,
    outcome: row.outcome,
    requirements: row.requirements,
    resources: row.resources,
    budget: row.budget === null ? null : { amount: row.budget / fenPerYuan, currency: 'CNY' },
    fundingSource: row.fundingSource,
    cooperationMode: row.cooperationMode,
    period: row.period,
    openOn: row.openOn,
    deadlineOn: row.deadlineOn,
    deadlineGranularity: row.deadlineGranularity,
    contactDepartment: row.contactDepartment,
    isMajorDemonstration: row.isMajorDemonstration,
    publication: row.publication && {
      code: row.publication.code,
      issuedOn: row.publication.issuedOn,
      url: paths.publication(row.publication.code),
    },
    provenance: row.provenance,
  };
}
