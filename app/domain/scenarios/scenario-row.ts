import type { DeadlineGranularity, ScenarioStatus } from './scenario';

/** A scenario as lists show it. Money in fen, days as YYYY-MM-DD; a null budget is 待定. */
export interface ScenarioRowData {
  id: string;
  code: string;
  title: string;
  category: string;
  organisationName: string;
  organisationCode: string;
  district: string | null;
  zone: string | null;
  cooperationMode: string | null;
  budget: number | null;
  deadlineOn: string | null;
  deadlineGranularity: DeadlineGranularity;
  status: ScenarioStatus;
}
