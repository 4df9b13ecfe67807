import type { OfferingInput } from '~/domain/offerings/offering-form';
import type { ProductInput } from '~/domain/products/product-form';

/** What an enterprise writes of a product; the form is right. */
export const aProductInput = (over: Partial<ProductInput> = {}): ProductInput => ({
  name: '系留式巡检无人机',
  aliases: [],
  englishName: null,
  keywords: [],
  model: 'YY-1',
  kind: 'first-unit',
  industry: '无人机',
  procurementItemCode: null,
  composition: '成套装备',
  summary: '为城市高压走廊巡检而做的系留式无人机，可连续留空二十四小时。',
  innovation: null,
  specifications: [{ name: '留空时间', value: '24', unit: 'h' }],
  trl: 8,
  maturity: '小批量',
  inventionPatents: 3,
  utilityModels: null,
  softwareCopyrights: null,
  intendedCategories: ['无人系统'],
  ...over,
});

/** The terms it offers the product on. */
export const anOfferingInput = (over: Partial<OfferingInput> = {}): OfferingInput => ({
  priceMin: 28_000_000,
  priceMax: 42_000_000,
  priceUnit: '架',
  leadTimeDays: 45,
  trialPolicy: 'free',
  trialNote: null,
  warranty: '24 个月',
  serviceAreas: ['陕西全省'],
  capacity: null,
  validUntilOn: '2027-06-30',
  ...over,
});
