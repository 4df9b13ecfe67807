/** Words that say nothing of what is sought. */
export const stopWords = new Set(
  (
    '的 了 和 与 及 或 用 在 做 能 能够 可以 可 想 想要 我想 我要 想找 找 寻找 请问 要 需要 需求 怎么 怎样 如何 什么 哪些 哪个 有 没有 有没有 吗 呢 是 请 给 把 被 对 为 从 到 等 ' +
    '我 我们 你 你们 他 它 这 那 这个 那个 这种 那种 一个 一种 一些 一下 一台 一套 个 种 款 家 型 级 式 用于 适合 进行 提供 支持 实现 防止 下 上 中 里 内 外 场景 产品 应用场景 西安 西安市 陕西 陕西省 采购 批发 ' +
    '帮 帮我 帮忙 求 求购 求推荐 推荐 介绍 咨询 了解 看看 看 查 查找 搜 搜索 买 购买 购置 采买 招标 询价 准备 打算 计划 希望 最好 比较 非常 很 能不能 可不可以 会不会 是否 哪里 哪儿 谁 谁家 哪家 ' +
    '厂家 厂商 供应商 供货商 生产商 制造商 公司 企业 单位 有限公司 股份有限公司 有限责任公司 本地 当地 附近 国内 现在 目前 已经 正在 马上 赶紧 急 急用 急需 这边 那边 来 去 让 使 使用 应用 解决 方案 办法 方法 东西 玩意 啊 吧 呀 哦 嘛 以及 并 并且 而 但 但是 不过 就 都 也 也能 还 还有 还能 又 再 以上 以下 以内 左右 总 总有 没 没有 不 不想 别 罢 替 替人 治 管 想装 没人 知道 代替 早点 及时 快点 尽快 方便 一点 有点 直接 自己 事情 问题 情况 怎么办 不了 不到 不好 不行 不够 没法 无法 老是 经常 每天 一直 在家 家里 想让 让人 领导 装 走 更 最 太 带 具有 具备 拥有 类 类似 相关 有关 方面 领域 方向 行业 ' +
    '我们的 你好 您好 谢谢 老板 领导 单位里 人 时 时候 后 前 之 其 该 所 所有 各种 多种 每 每个 以 于 由 向 往 比 像 那种的 新 好 大家 ' +
    '科长 处长 局长 主任 书记 院长 校长 厂长 所长 老总 经理 同事 师傅 老师 大家 别人 有人 谁都 找个 弄个 整个 买个 换个 搞个 装个 配个 上个 做个 来个 找点 想办法 想法子 打听 听说 据说 ' +
    '突然 忽然 到底 究竟 毕竟 反正 免得 以免 省得 总是 常常 时常 半夜 老出 动不动 刚 刚刚 才 已 赶快 尽早 提前 事先 眼下 如今 今年 明年 去年 每次 有时 一旦 万一 太多 太少 太慢 太贵 太大 太高 太低 太久 太差 特别 实在 有点儿 差不多 大概 几个 几台 好几 很多 许多 不少 ' +
    '问 问下 办 弄 搞 怕 咱家 我妈 我爸 我家 老妈 老爸 天天 年年 全是 都是 派人 什么东西 什么时候 啥时候 也想 换成 换掉 变成了 想在 想把 周围 等不起 受得了 管得住 管得 走得 不怕 好坏 多久 几点 一样 那层 全靠 老有 总要 停下 重新 之间 拜托 麻烦 劳驾 请教 急用 晓得 瞧瞧 整一个 ' +
    '发现 出现 发生 觉得 知道 得到 变成 变得 导致 造成 受不了 不能 不会 不敢 不让 不许 不如 不见 不清 不去 不动 不起 不住 不完 不过来 出来 出去 过来 过去 上来 上去 下来 下去 进来 进去 起来 回来 地方 底下 上面 下面 里面 外面 旁边 中间 那里 这里 全区 全市 全县 我区 我市 我县 我院 我校 我厂 本院 本校 本厂 本区 咱 咱们 咋 咋办 咋样 多少 多少钱 哪些 哪种 哪款 啥 有啥 都有啥 什么样 怎么样 如何才能 有人做 有做 做的 能做 能用 可用 适用 有货 现货 靠谱 好用 便宜 ' +
    'a an the of for to in on with and or is are that which who we i need needs want looking find me please some any by at from it can how what where do does our us my you your be been has have there this these those as into onto over under about between ' +
    'small large big mini best good cheap new old fast price prices cost buy purchase supplier suppliers vendor vendors manufacturer manufacturers company companies provider providers made used using use based type types kind kinds china chinese xian xian city local near product products'
  ).split(' '),
);
