import { categoryNames, industryNames } from '#search/field-names';
import { getLocale } from '~/paraglide/runtime';
import { own } from './pick';

const namesOf = <T extends object>(names: T) => Object.keys(names) as (keyof T)[];
/** Categories of scenarios; others may come as data. */
export const scenarioCategories = namesOf(categoryNames);
/** Industries of products; others may come as data. */
export const industries = namesOf(industryNames);
/** 场景规模, 国办发〔2025〕37号 */
export const scenarioScales = ['综合性重大场景', '行业领域集成式场景', '高价值小切口场景'] as const;
export const cooperationModes = [
  '公开采购',
  '首购',
  '揭榜挂帅',
  '联合研发',
  '试用验证',
  '服务采购',
  '场地开放',
  '联合运营',
] as const;
export const resourceKinds = ['场地', '数据', '设备', '资金', '政策', '其他'] as const;
export const maturities = ['原理样机', '工程样机', '小批量', '规模化应用'] as const;
export const compositions = ['成套装备', '单台设备', '核心部件'] as const;
export const serviceAreas = ['仅西安市', '陕西全省', '西北五省', '全国', '可出口'] as const;
export const priceUnits = [
  '台',
  '套',
  '架',
  '件',
  '辆',
  '艘',
  '吨',
  '千克',
  '平方米',
  '许可',
  '项',
  '年',
] as const;
/** 政府采购方式 and the ways outside it, with the OCDS value each maps to. */
export const procurementMethods = {
  公开招标: 'open',
  邀请招标: 'selective',
  竞争性谈判: 'limited',
  竞争性磋商: 'limited',
  单一来源: 'direct',
  询价: 'limited',
  框架协议: 'selective',
  合作创新采购: 'limited',
  国企自主招标: 'open',
  询比价: 'limited',
  直接采购: 'direct',
  电子卖场: 'direct',
  限额以下自行采购: 'direct',
} as const;
export const procurementMethodNames = Object.keys(procurementMethods) as [
  keyof typeof procurementMethods,
  ...(keyof typeof procurementMethods)[],
];
/** 西安市区县, GB/T 2260 */
export const districts = [
  '新城区',
  '碑林区',
  '莲湖区',
  '灞桥区',
  '未央区',
  '雁塔区',
  '阎良区',
  '临潼区',
  '长安区',
  '高陵区',
  '鄠邑区',
  '蓝田县',
  '周至县',
] as const;
export const zones = [
  '西安高新区',
  '经开区',
  '曲江新区',
  '浐灞国际港',
  '航空基地',
  '航天基地',
  '西咸新区',
] as const;
/** Why a lead ended without a purchase; 其他 needs words. */
export const lossReasons = [
  '预算未落实',
  '需求取消或变更',
  '技术指标不满足',
  '价格',
  '采购方式未获批',
  '责任与风险顾虑',
  '已有供应商',
  '企业未响应',
  '企业无法供货',
  '资质或认定过期',
  '其他',
] as const;

/** Why a contract ended before delivery; 其他 needs words. */
export const terminationReasons = [
  '双方协商解除',
  '企业无法供货',
  '验收不合格',
  '需求取消或变更',
  '预算未落实',
  '不可抗力',
  '其他',
] as const;

const english: Record<string, string> = {
  台: 'unit',
  套: 'set',
  架: 'aircraft',
  件: 'piece',
  辆: 'vehicle',
  艘: 'vessel',
  吨: 'tonne',
  千克: 'kg',
  平方米: 'm²',
  许可: 'licence',
  授权: 'licence',
  项: 'item',
  年: 'year',
  只: 'piece',
  块: 'piece',
  片: 'piece',
  颗: 'piece',
  粒: 'piece',
  副: 'pair',
  对: 'pair',
  批: 'batch',
  座: 'unit',
  柜: 'cabinet',
  米: 'metre',
  升: 'litre',
  加仑: 'gallon',
  通用: 'General',
  政府采购: 'Procurement',
  ...categoryNames,
  ...industryNames,
  综合性重大场景: 'Major comprehensive scenario',
  行业领域集成式场景: 'Sector scenario',
  高价值小切口场景: 'Focused high-value scenario',
  公开采购: 'Open procurement',
  首购: 'First purchase',
  揭榜挂帅: 'Open challenge',
  联合研发: 'Joint development',
  试用验证: 'Trial',
  服务采购: 'Service procurement',
  场地开放: 'Open site',
  联合运营: 'Joint operation',
  联合共建: 'Joint construction',
  联合实验室: 'Joint laboratory',
  临床试用: 'Clinical trial',
  采购: 'procurement',
  分批采购: 'Procurement in lots',
  合同能源管理: 'Energy performance contract',
  场景合作运营: 'Joint operation of the scenario',
  场景机会对接: 'Matchmaking',
  场景验证与应用推广: 'Validation and roll-out',
  投资运营合作: 'Invest and operate',
  政府购买服务: 'Services bought by government',
  效果付费: 'Payment by results',
  框架协议采购: 'Framework procurement',
  示范应用: 'Demonstration',
  租赁试用: 'Trial lease',
  试点验证: 'Pilot',
  试点验证后采购: 'Pilot, then procurement',
  首台套首购: 'First purchase of a first unit',
  首版次应用示范: 'Demonstration of a first version',
  验证平台开放: 'Open test platform',
  首购订购: 'First purchase to order',
  '单一来源（首台套）': 'Single source (first unit)',
  场地: 'Site',
  数据: 'Data',
  设备: 'Equipment',
  资金: 'Funds',
  政策: 'Policy',
  其他: 'Other',
  原理样机: 'Proof of concept',
  工程样机: 'Engineering prototype',
  小批量: 'Small series',
  规模化应用: 'In wide use',
  成套装备: 'Whole set',
  单台设备: 'Single unit',
  核心部件: 'Key component',
  仅西安市: "Xi'an only",
  陕西全省: 'Shaanxi',
  西北五省: 'North-west China',
  全国: 'All China',
  可出口: 'Export',
  公开招标: 'Open tender',
  邀请招标: 'Selective tender',
  竞争性谈判: 'Competitive negotiation',
  竞争性磋商: 'Competitive consultation',
  单一来源: 'Single source',
  询价: 'Request for quotation',
  框架协议: 'Framework agreement',
  合作创新采购: 'Innovation partnership',
  国企自主招标: 'SOE tender',
  询比价: 'Price comparison',
  直接采购: 'Direct purchase',
  电子卖场: 'E-mall',
  限额以下自行采购: 'Below threshold',
  新城区: 'Xincheng',
  碑林区: 'Beilin',
  莲湖区: 'Lianhu',
  灞桥区: 'Baqiao',
  未央区: 'Weiyang',
  雁塔区: 'Yanta',
  阎良区: 'Yanliang',
  临潼区: 'Lintong',
  长安区: "Chang'an",
  高陵区: 'Gaoling',
  鄠邑区: 'Huyi',
  蓝田县: 'Lantian',
  周至县: 'Zhouzhi',
  西安高新区: 'High-tech Zone',
  经开区: 'Economic Zone',
  曲江新区: 'Qujiang',
  浐灞国际港: 'Chanba',
  航空基地: 'Aviation Base',
  航天基地: 'Aerospace Base',
  西咸新区: 'Xixian New Area',
  预算未落实: 'Budget not secured',
  需求取消或变更: 'Need cancelled or changed',
  技术指标不满足: 'Technical requirements not met',
  价格: 'Price',
  采购方式未获批: 'Method not approved',
  责任与风险顾虑: 'Liability and risk',
  已有供应商: 'Existing supplier',
  企业未响应: 'Enterprise did not answer',
  企业无法供货: 'Enterprise cannot supply',
  双方协商解除: 'Ended by agreement',
  验收不合格: 'Failed acceptance',
  不可抗力: 'Force majeure',
  资质或认定过期: 'Qualification or recognition expired',
  采购意向: 'Intention',
  招标公告: 'Tender notice',
  成交公告: 'Award notice',
  政府部门: 'Government',
  事业单位: 'Public institution',
  国有企业: 'State-owned enterprise',
  高等院校: 'University',
  科研院所: 'Research institute',
  公立医院: 'Public hospital',
  企业: 'Enterprise',
};

/** The word of a dictionary in one language; a word without a translation stays as it is. */
export function termIn(locale: string, term: string): string {
  if (locale !== 'en') return term;
  const known = own(english, term);
  if (known) return known;
  // 联合研发+首购: several ways together.
  return term
    .split('+')
    .map((part) => own(english, part) ?? part)
    .join(' + ');
}

/** The same in the reader's language. */
export const termLabel = (term: string) => termIn(getLocale(), term);
