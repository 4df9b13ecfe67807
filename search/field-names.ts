/** The policy's industries and the one the sample world adds, as records hold them, each with its English name. */
export const industryNames = {
  光子: 'Photonics',
  氢能与储能: 'Hydrogen and storage',
  无人机: 'Drones',
  传感器: 'Sensors',
  新材料: 'New materials',
  增材制造: 'Additive manufacturing',
  智能终端: 'Smart devices',
  新能源汽车: 'New energy vehicles',
  超导: 'Superconductors',
  碳纤维复合材料: 'Carbon fibre composites',
  机器人: 'Robotics',
  航空航天: 'Aerospace',
  生物医药: 'Biomedicine',
  信息技术: 'Information technology',
  半导体: 'Semiconductors',
  其他高端装备: 'Other advanced equipment',
} as const;

/** Of these the ones that are also what one buys: who types one seeks the thing, whatever industry it is listed in. */
export const goodsNames = new Set(['无人机', '传感器', '智能终端', '新能源汽车', '机器人']);

/** 应用场景的八个大类, from the policy's article (四), likewise. */
export const categoryNames = {
  人工智能: 'Artificial intelligence',
  无人系统: 'Unmanned systems',
  网络安全: 'Cyber security',
  智慧工厂: 'Smart factory',
  智慧园区: 'Smart campus',
  智慧康养: 'Smart care',
  自动驾驶: 'Autonomous driving',
  新能源: 'New energy',
} as const;
