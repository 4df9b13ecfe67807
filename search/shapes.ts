/** Characters that are taken for one another because they look alike: one group a word. */
const groups =
  '己已巳 未末 土士 千干于 人入八 日曰目 田由甲申电 天夫无夭 大太犬 刀力 木本术 王玉主 十千 几儿凡 九丸 乌鸟岛 午牛 贝见 ' +
  '侯候 拔拨 戊戌戍 辨辩瓣辫 裁栽载 暴爆瀑 燥躁噪操澡 帐账胀涨 园圆员 壁璧避 蓝篮 洁诘 陪培赔部 缀辍掇 辐幅福副 蒸燕 藉籍 经径茎轻 ' +
  '续读赎犊 栏拦烂 检捡脸险验 险验 纤歼迁 唯维惟雄难 稚雅 合台 全金今 令今 金全 钛钵钦钬 铝侣吕 镁鎂美 锂理狸 铜铜钢 钢纲刚岗 铁跌迭 铅沿 ' +
  '炭碳 磁滋慈 瓷资 氢轻氧氮氯氟氩 氨铵按 烯稀 酸醚 胶狡较校 骼胳络格 骷古故 胞跑炮泡抱 膜模摸漠 膊搏博缚 腔控 脑恼 肺沛 脉咏 ' +
  '视规现 观现 感惑 测侧则 试拭 传转 器哭 仪议义 表衷 计汁什 讯迅汛 讯训 设没 备各 装袋 置署 机机朳 械戒 控空 制刺 监蓝 ' +
  '辆俩 载戴栽 轨轧 轮抡伦论 轴抽油 驶驱 驾架 航般 舱仓 船般 艇挺 翼冀 旋施 飞气 低底抵 空究 巡迅 逻罗 护户 防妨访 预顶 顶项须 报极 ' +
  '救求 援缓暖 灾宋 火灭 炎淡 焊悍 熔溶 烧浇 烟咽 热执 冷令 凉谅 暖缓 光先 洗冼 清请情晴 净争 洁结 污汗 水永冰 河何 湖糊 流硫 液夜 池驰地 ' +
  '储诸 诸储 能熊 源原 电龟 池也 充允 超起 桩柱 站钻 网冈 线钱残 缆揽 输愉 配酝 变恋 压庄 容客 量童 负员 荷何 ' +
  '医区 院完 疗辽 诊珍 药约 康庚唐 养美 老考 护沪 残线 障章 视祝 听厅 盲育 聋龙 ' +
  '安按 全金 密蜜 码吗妈玛 数敏 据居 库裤 算莫 法去 模摸 型刑 软轧 件伴 硬便 芯心 片斤 晶品 圆园 刻劾 蚀饰 封卦 ' +
  '图固 像象 频须 识织职 别刖 析折拆 拆折 跟眼 踪棕 定宁 位拉 ' +
  '粉纷份 末未 材村 料科 板版扳 棒捧 管营 丝纱 带滞 膜漠 涂徐途 层展 复腹覆 维唯 ' +
  '齿龄 谐偕 减咸 速束 器嚣 臂壁 腕碗 腿退 足定 履屐 带常 搬般 抓爪 夹央 焦集 ' +
  '城诚 市布 街衔 道首 路跑 桥侨 隧遂 廊郎 渠集 排徘 涝捞 积枳 ' +
  '区匹 县悬 雁雅 塔搭 莲连 湖糊 碑牌 林森 灞霸 未末 央决 阎闫 临监 潼憧';

const alike = new Map<string, Set<string>>();
for (const group of groups.split(/\s+/))
  for (const one of group) {
    const there = alike.get(one) ?? new Set<string>();
    for (const other of group) if (other !== one) there.add(other);
    alike.set(one, there);
  }

/** True when `a` is easily taken for `b` by the eye. */
export const looksLike = (a: string, b: string) => alike.get(a)?.has(b) ?? false;
