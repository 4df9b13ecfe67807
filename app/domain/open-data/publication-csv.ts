import type { ProductKind } from '../products/product';
import { batchName } from '../publications/publication';
import type { PublicPublication } from '../publications/publications.server';
import { deadlineCell } from '../scenarios/deadline';
import { toCsv } from './csv';

const kindNames: Record<ProductKind, string> = {
  'first-unit': '首台（套）',
  'first-batch': '首批次',
  'first-version': '首版次',
};

/** The official table as a file for spreadsheets, in the language of the list. */
export function publicationCsv(publication: PublicPublication): string {
  const batch = `${publication.year}年${batchName(publication.sequence)}`;
  if (publication.kind === 'scenario-list') {
    return toCsv(
      ['序号', '编号', '场景名称', '需求单位', '区县', '类别', '预算（万元）', '截止', '批次'],
      publication.scenarios.map((line) => [
        line.number,
        line.code,
        line.title,
        line.organisationName,
        line.district,
        line.category,
        line.budget === null ? '待定' : line.budget / 1_000_000,
        deadlineCell(line.deadlineOn, line.deadlineGranularity, 'zh-CN'),
        batch,
      ]),
    );
  }
  return toCsv(
    ['序号', '编号', '类别', '产品名称', '研制单位', '区县', '行业', '主要指标', '批次'],
    publication.products.map((line) => [
      line.number,
      line.code,
      kindNames[line.kind],
      line.name,
      line.organisationName,
      line.district,
      line.industry,
      line.specs,
      batch,
    ]),
  );
}
