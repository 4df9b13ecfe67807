import { getLocale } from '~/paraglide/runtime';

/** 应用场景的八个大类, from the policy's article (四); others may come as data. */
export const scenarioCategories = ['人工智能', '无人系统', '网络安全', '智慧工厂', '智慧园区', '智慧康养', '自动驾驶', '新能源'] as const;
/** The policy's industries and the one the sample world adds. */
export const industries = [
  '光子', '氢能与储能', '无人机', '传感器', '新材料', '增材制造', '智能终端', '新能源汽车', '超导',
  '碳纤维复合材料', '机器人', '航空航天', '生物医药', '信息技术', '半导体', '其他高端装备',
] as const;
/** 场景规模, 国办发〔2025〕37号 */
export const scenarioScales = ['综合性重大场景', '行业领域集成式场景', '高价值小切口场景'] as const;
export const cooperationModes = ['公开采购', '首购', '揭榜挂帅', '联合研发', '试用验证', '服务采购', '场地开放', '联合运营'] as const;
export const resourceKinds = ['场地', '数据', '设备', '资金', '政策', '其他'] as const;
export const maturities = ['原理样机', '工程样机', '小批量', '规模化应用'] as const;
export const compositions = ['成套装备', '单台设备', '核心部件'] as const;
export const serviceAreas = ['仅西安市', '陕西全省', '西北五省', '全国', '可出口'] as const;
export const priceUnits = ['台', '套', '架', '件', '辆', '艘', '吨', '千克', '平方米', '许可', '项', '年'] as const;
/** 政府采购方式 and the ways outside it, with the OCDS value each maps to. */
export const procurementMethods = {
  公开招标: 'open', 邀请招标: 'selective', 竞争性谈判: 'limited', 竞争性磋商: 'limited', 单一来源: 'direct',
  询价: 'limited', 框架协议: 'selective', 合作创新采购: 'limited', 国企自主招标: 'open', 询比价: 'limited',
  直接采购: 'direct', 电子卖场: 'direct', 限额以下自行采购: 'direct',
} as const;
export const procurementMethodNames = Object.keys(procurementMethods) as [keyof typeof procurementMethods, ...(keyof typeof procurementMethods)[]];
/** 西安市区县, GB/T 2260 */
export const districts = ['新城区', '碑林区', '莲湖区', '灞桥区', '未央区', '雁塔区', '阎良区', '临潼区', '长安区', '高陵区', '鄠邑区', '蓝田县', '周至县'] as const;
export const zones = ['西安高新区', '经开区', '曲江新区', '浐灞国际港', '航空基地', '航天基地', '西咸新区'] as const;
/** Why a lead ended without a purchase; 其他 needs words. */
export const lossReasons = ['预算未落实', '需求取消或变更', '技术指标不满足', '价格', '采购方式未获批', '责任与风险顾虑', '已有供应商', '企业未响应', '企业无法供货', '资质或认定过期', '其他'] as const;

const english: Record<string, string> = {
  人工智能: 'Artificial intelligence', 无人系统: 'Unmanned systems', 网络安全: 'Cyber security', 智慧工厂: 'Smart factory',
  智慧园区: 'Smart campus', 智慧康养: 'Smart care', 自动驾驶: 'Autonomous driving', 新能源: 'New energy',
  光子: 'Photonics', 氢能与储能: 'Hydrogen and storage', 无人机: 'Drones', 传感器: 'Sensors', 新材料: 'New materials',
  增材制造: 'Additive manufacturing', 智能终端: 'Smart devices', 新能源汽车: 'New energy vehicles', 超导: 'Superconductors',
  碳纤维复合材料: 'Carbon fibre composites', 机器人: 'Robotics', 航空航天: 'Aerospace', 生物医药: 'Biomedicine',
  信息技术: 'Information technology', 半导体: 'Semiconductors', 其他高端装备: 'Other advanced equipment',
  综合性重大场景: 'Major comprehensive scenario', 行业领域集成式场景: 'Sector scenario', 高价值小切口场景: 'Focused high-value scenario',
  公开采购: 'Open procurement', 首购: 'First purchase', 揭榜挂帅: 'Open challenge', 联合研发: 'Joint development', 试用验证: 'Trial',
  服务采购: 'Service procurement', 场地开放: 'Open site', 联合运营: 'Joint operation',
  场地: 'Site', 数据: 'Data', 设备: 'Equipment', 资金: 'Funds', 政策: 'Policy', 其他: 'Other',
  原理样机: 'Proof of concept', 工程样机: 'Engineering prototype', 小批量: 'Small series', 规模化应用: 'In wide use',
  成套装备: 'Whole set', 单台设备: 'Single unit', 核心部件: 'Key component',
  仅西安市: "Xi'an only", 陕西全省: 'Shaanxi', 西北五省: 'North-west China', 全国: 'All China', 可出口: 'Export',
  公开招标: 'Open tender', 邀请招标: 'Selective tender', 竞争性谈判: 'Competitive negotiation', 竞争性磋商: 'Competitive consultation',
  单一来源: 'Single source', 询价: 'Request for quotation', 框架协议: 'Framework agreement', 合作创新采购: 'Innovation partnership',
  国企自主招标: 'SOE tender', 询比价: 'Price comparison', 直接采购: 'Direct purchase', 电子卖场: 'E-mall', 限额以下自行采购: 'Below threshold',
  新城区: 'Xincheng', 碑林区: 'Beilin', 莲湖区: 'Lianhu', 灞桥区: 'Baqiao', 未央区: 'Weiyang', 雁塔区: 'Yanta', 阎良区: 'Yanliang',
  临潼区: 'Lintong', 长安区: "Chang'an", 高陵区: 'Gaoling', 鄠邑区: 'Huyi', 蓝田县: 'Lantian', 周至县: 'Zhouzhi',
  西安高新区: 'High-tech Zone', 经开区: 'Economic Zone', 曲江新区: 'Qujiang', 浐灞国际港: 'Chanba', 航空基地: 'Aviation Base',
  航天基地: 'Aerospace Base', 西咸新区: 'Xixian New Area',
  预算未落实: 'Budget not secured', 需求取消或变更: 'Need cancelled or changed', 技术指标不满足: 'Technical requirements not met', 价格: 'Price',
  采购方式未获批: 'Method not approved', 责任与风险顾虑: 'Liability and risk', 已有供应商: 'Existing supplier', 企业未响应: 'Enterprise did not answer',
  企业无法供货: 'Enterprise cannot supply', 资质或认定过期: 'Qualification or recognition expired',
  采购意向: 'Intention', 招标公告: 'Tender notice', 成交公告: 'Award notice',
  政府部门: 'Government', 事业单位: 'Public institution', 国有企业: 'State-owned enterprise', 高等院校: 'University', 科研院所: 'Research institute', 公立医院: 'Public hospital', 企业: 'Enterprise',
};

/** The word of a dictionary in the reader's language; a word without a translation stays as it is. */
export const termLabel = (term: string) => (getLocale() === 'en' ? (english[term] ?? term) : term);
