/**
 * The field's own words. One group a line: words of equal meaning parted by commas, then after `>` related words that
 * are searched for too but count for less, one way only. `#` begins a comment.
 */
export const thesaurus = `
# 左=等价(双向) ; > 右=单向弱相关
## 光子
激光雷达,lidar,光达,激光扫描雷达
毫米波雷达,毫米波,mmwave
硅光,硅光子,硅基光电子,sip,siph,silicon photonics,硅光芯片 > 光子芯片,光子集成
光子芯片,光芯片,光电芯片,pic,光子集成电路,光子集成,photonic chip,photonic integrated circuit > 硅光,光计算,铌酸锂
收发模块,光模块,光收发器,光收发模块,可插拔光模块,optical transceiver,optical module
铌酸锂,lnoi,tfln,lithium niobate,电光调制器
激光器,laser,镭射,激光光源,激光源
光纤激光器,fiber laser > 激光切割,激光焊接,切割
飞秒激光,超快激光,皮秒激光,飞秒,皮秒,femtosecond laser,ultrafast laser
玻璃通孔,tgv,玻璃打孔,through glass via
单光子,spad,盖革模式,单光子相机,雪崩光电二极管,apd > 弱光
红外镜片,红外镜头,红外玻璃,硫系玻璃,红外光学 > 热成像,夜视
光计算,光子计算,光算力,光学计算,optical computing > 加速卡
vcsel,垂直腔面发射激光器,面发射激光器
光纤,optical fiber,光缆
量子,quantum
## 氢能储能
电解槽,electrolyzer,electrolyser,电解水装置,水电解槽,制氢机 > 制氢,电解水
制氢,hydrogen production,产氢,电解水制氢,水电解,绿氢,电解水 > 电解槽
质子交换膜,pem,质子膜,离子膜,proton exchange membrane > 全氟磺酸
碱性,alk,碱液,碱性电解,alkaline
燃料电池,fuel cell,氢燃料电池,氢电堆,电堆 > 氢能,氢
氢能,hydrogen,氢,氢气,hydrogen energy
储氢,hydrogen storage,氢气储存,存储氢气,氢储存,储存氢气,储氢罐,氢气储罐
储氢瓶,氢瓶,氢气瓶,hydrogen storage tank,hydrogen tank,hydrogen cylinder,高压气瓶,氢罐,储氢罐 > 储氢,固态储氢
固态储氢,金属储氢,镁基储氢,solid state hydrogen storage,储氢合金
加氢机,加氢站,加氢枪,hydrogen refueling,氢气加注,加氢,加注氢气,hydrogen refueling station
储能,energy storage,ess,bess,储电,蓄电,电力储存
液流电池,flow battery,全钒液流,钒电池,全钒液流电池,钒液流,vanadium battery,vrfb > 储能
钠离子电池,钠电池,钠电,钠离子,sodium battery,sodium ion battery,na-ion
锂电池,锂电,锂离子电池,lithium battery,lithium ion battery
电池,battery,蓄电池,电芯
固态电池,全固态电池,固态锂电池,solid state battery > 固态电解质
固态电解质,固体电解质,solid electrolyte,硫化物电解质
压缩空气储能,caes,空气储能,压缩空气,compressed air energy storage
飞轮储能,飞轮,flywheel,磁悬浮飞轮
能量管理系统,ems,能量管理,储能监控,energy management system
虚拟电厂,vpp,virtual power plant,负荷聚合,需求响应,可调负荷,需求侧响应
地热,geothermal,地温,中深层地热,地源热泵 > 热泵,供暖
热泵,heat pump,空气能
供暖,供热,采暖,取暖,暖气,集中供热,heating,地暖
光伏,pv,太阳能,photovoltaic,solar,太阳能板,光伏板,太阳能电池板,solar panel
光伏建筑一体化,bipv,光伏瓦,光伏屋顶
热斑,hot spot
不燃,不易燃,不会着火,不会起火,不着火,不起火,阻燃,难燃,不会燃烧,不会爆炸,防火,不会热失控,本质安全
热失控,起火,着火,燃爆,自燃
削峰填谷,峰谷套利,错峰用电,削峰,调峰
应急供电,备用电源,后备电源,备电,ups,不间断电源,停电,断电
微网,微电网,microgrid,光储充,光储充一体化
充电桩,充电站,充电终端,充电设备,charging pile,ev charger,充电,快充桩
超充,超级充电,大功率充电,液冷超充,快充,兆瓦超充,兆瓦充电,supercharger
换电,换电站,电池更换,battery swap,battery swapping,换电池
动力电池,车载电池,电动车电池,ev battery,power battery,汽车电池 > 电池
电池管理系统,bms,电池管理,battery management system > 电池健康,动力电池
健康诊断,健康评估,soh,寿命评估,健康状态,state of health,残值评估 > 衰减
梯次利用,退役电池,电池回收,废旧电池,旧电池,退役动力电池,二次利用
绝缘栅双极晶体管,igbt
变电站,变电所,substation
变压器,transformer
输电,输电线路,电力线路,高压线,电力线,架空线路,线路巡检,电网,power line,输配电
配电,配网,配电网
带电作业,不停电作业,带电检修,live working
碳排放,碳足迹,碳账本,碳核算,碳管理,双碳,carbon footprint,carbon emission,碳盘查,碳核查,减碳 > 零碳
零碳,zero carbon,碳中和,近零碳
## 无人机/无人系统
无人机,uav,drone,飞行器,无人飞行器,无人航空器,飞机器,uas,航拍机,无人驾驶航空器 > 低空,无人直升机
无人直升机,无人直升飞机,unmanned helicopter
机库,机巢,无人机机场,无人机机巢,自动机场,hangar,drone dock,dock,无人值守机场,起降站,自动机库,停机坪 > 起降点
系留,系留无人机,tethered,tethered drone,系绳,系缆 > 滞空,升空平台
复合翼,vtol,垂直起降,垂起,固定翼,倾转旋翼
旋翼,多旋翼,四旋翼,直升机,rotor
植保,喷药,打药,农药喷洒,农用无人机,喷洒农药,施药,农业无人机,喷施,撒药,crop spraying > 果园
反无人机,无人机反制,低空防御,反制,黑飞,侦测反制,无人机干扰,counter uav,anti drone,counter drone,低慢小,电子围栏
空域管理,空管,utm,低空管理,飞行服务,低空监管,低空飞行服务
低空经济,低空,evtol,low altitude,低空空域
吊运,吊装,重载吊运,吊载,重载运输,物料吊运,空中吊装 > 运输
无人船,usv,unmanned surface vessel,水面机器人,无人艇,水上无人,智能船 > 水质
水质,水质监测,water quality,水环境,水体,水污染,水样 > 河湖
化学需氧量,cod,氨氮,溶解氧,浊度
森林防火,林火,山火,森林消防,护林,林区防火,山林防火,森林火灾,forest fire,wildfire,防火巡护
灭火弹,消防弹,投弹灭火
灭火,消防,救火,灭火救援,扑火,firefighting,fire fighting,消防救援
巡检,巡查,巡护,巡视,巡线,巡逻,inspection,巡防,点检,巡测,patrol
影像识别,图像识别,图像分析,image recognition,视觉识别,缺陷识别,影像分析
应急通信,应急通讯,断网,救灾通信,通信保障,三断,emergency communication,应急基站 > 自组网
自组网,mesh,ad hoc
隧道检测,隧道,地铁隧道,tunnel,衬砌,隧洞
裂缝,裂纹,crack,开裂
管廊,综合管廊,地下管廊,utility tunnel,地下管线
冷链,低温运输,冷藏运输,cold chain,血液运输,样本运输,医疗配送
载荷,吊舱,payload,挂载
人工影响天气,人工增雨,增雨,人工降雨,防雹,cloud seeding,降雨弹,消雹 > 火箭
## 传感器
传感器,sensor,感知器件,传感,探头,变送器,感应器,传感元件
压力传感器,压传,pressure sensor,压力变送器,压力计
压阻,piezoresistive
力传感器,六维力,六轴力,力矩传感器,力觉,force sensor,力控,六分力
分布式光纤,das,分布式声波,光纤声波传感,光纤传感,fiber sensing,distributed acoustic sensing,光纤振动,otdr,光纤声波,声波传感
甲烷,methane,ch4,燃气,天然气,瓦斯,沼气,煤气,可燃气体
泄漏,漏气,逸散,泄露,渗漏,leak,外泄,跑冒滴漏,leakage,漏
泄漏检测,检漏,查漏,leak detection,漏气检测,泄漏监测 > 泄漏
可调谐半导体激光吸收光谱,tdlas,激光吸收光谱,激光遥测
测温,温度监测,温度测量,温控,测温装置,temperature measurement,测温仪,热像
测风,风速,wind lidar,测风雷达,风切变,风场,wind
加速度计,accelerometer,加速度传感器,惯性器件,惯导,imu
压电薄膜,pvdf,聚偏氟乙烯,压电材料,piezoelectric,压电
跌倒,摔倒,摔跤,fall detection,跌倒检测,倒地,跌到
振动诊断,故障诊断,预测性维护,预测维护,phm,状态监测,设备诊断,预防性维护,predictive maintenance,状态检修,轴承故障 > 振动
电流传感器,current sensor,测流,tmr,隧穿磁阻,霍尔,霍尔传感器
心率,脉搏,呼吸心率,生命体征,体征监测,vital signs
## 新材料
靶材,溅射靶材,sputtering target,溅射
高熵合金,hea,high entropy alloy,多主元合金
钛合金,titanium alloy,钛材,tc4,ti6al4v,钛,titanium,ti合金
棒材,棒料,bar,圆棒
陶瓷基板,覆铜板,amb,陶瓷基片,ceramic substrate,氮化硅基板,dbc
氮化硅,si3n4,silicon nitride
陶瓷,ceramic,陶瓷材料,先进陶瓷,ceramics
气凝胶,aerogel,隔热毡
保温,隔热,绝热,保温材料,thermal insulation,隔热材料,insulation
镁合金,magnesium alloy,镁锂合金,镁材,轻合金,magnesium
氧化锆,zirconia,zro2,陶瓷球,轴承球
石墨烯,graphene,导热膜,石墨膜,散热膜
散热,导热,均热,热管理,热界面,heat dissipation,散热材料
高温合金,superalloy,镍基合金,gh4169,inconel,inconel 718,718合金,耐热合金
透明陶瓷,尖晶石,transparent ceramic,整流罩,光学窗口
文物保护,文物加固,文保,文物修复,古迹保护,遗址保护,石窟保护,壁画修复,heritage conservation,文物,古建筑
铜合金,铜铬锆,引线框架,铜带,copper alloy,铜材
触头,电触头,电接触材料,真空开关,灭弧室
防腐,防锈,涂料,防腐涂料,油漆,coating,自修复涂层,anticorrosion,涂层
自修复,自愈合,self healing
烧结炉,烧结,sintering,微波烧结
oled,有机发光,有机发光显示,发光材料
铆钉,紧固件,fastener,螺钉
## 增材
增材制造,3d打印,三维打印,3d printing,additive manufacturing,am,增材,立体打印,快速成形,打印机
选区熔化,slm,lpbf,激光选区熔化,粉床熔融,激光粉末床熔融,选择性激光熔化,粉床,金属3d打印,sls,粉床打印 > 金属打印
粘结剂喷射,binder jetting,粘接剂喷射,bj
激光沉积,ded,定向能量沉积,激光熔覆,lmd,激光增材,送粉
电弧增材,waam,电弧熔丝,熔丝增材,丝材增材
光固化,sla,dlp,立体光刻
砂型打印,砂型3d打印,砂模打印,铸造砂型,sand printing
粉末,粉体,powder,粉材,金属粉末,金属粉,合金粉末,粉料
铝合金,aluminum alloy,铝粉,铝镁钪,alsi10mg,scalmalloy,铝材
钽,tantalum,多孔钽,钽金属
混凝土打印,建筑打印,房屋打印,建筑3d打印,混凝土3d打印
金属,metal,金属材料
备件,零配件,spare parts,配件,备品备件
## 终端
手机,智能手机,smartphone,phone,移动终端,手持终端
防爆,本安,本安型,explosion proof,隔爆,atex,防爆型
手表,腕表,手环,watch,智能手表,电子手环,定位手表,smart watch,smartwatch,手镯
增强现实,ar,ar眼镜,混合现实,mr,xr,虚拟现实,vr,智能眼镜,augmented reality
眼镜,glasses,镜片,头显
卫星终端,卫星电话,卫星通信,satcom,卫星便携站,satellite communication,天通
平板,平板电脑,tablet,pad
边缘计算,边缘盒子,edge computing,边缘终端,ai盒子,边缘智能,边缘计算盒,边缘侧,ai box
开源鸿蒙,鸿蒙,openharmony,harmonyos,harmony
操作系统,os,operating system
听障,聋人,听力障碍,听障人士,助听,耳背,失聪,hearing impaired,耳聋
视障,盲人,导盲,视力障碍,盲杖,visually impaired,失明,助盲
字幕,语音转写,实时转写,实时字幕,caption
电子墨水,电子纸,墨水屏,e-ink,eink,e-paper,水墨屏
站牌,电子站牌,公交站牌,到站显示
网关,gateway
防走失,走失,走丢,防丢,失踪,迷路,寻人,寻回,anti lost
认知障碍,失智,老年痴呆,痴呆,阿尔茨海默,阿尔茨海默症,alzheimer,dementia,阿兹海默,认知症
定位,gps,北斗,卫星定位,positioning,beidou,bds,gnss
## 新能源汽车/自动驾驶
自动驾驶,无人驾驶,autonomous driving,智能驾驶,self driving,l4,robotaxi,自驾,autonomous vehicle,智驾
清扫车,环卫车,扫地车,洗扫车,扫路车,保洁车,清洁车,sweeper,道路清扫车,street sweeper,无人清扫
清扫,保洁,环卫,清洁,扫地,打扫
小巴,接驳车,微循环,摆渡车,minibus,shuttle,微公交,中巴,接驳,通勤车
公交,公交车,巴士,客车,bus,大巴,公共交通
牵引车,重卡,卡车,货车,truck,拖头,重型卡车,半挂车,heavy truck
渣土车,自卸车,泥头车,dump truck,工程车
配送车,无人配送车,快递车,送货车,delivery robot,末端配送,无人快递车
配送,快递,送货,外卖,物流,递送,运送,delivery,投递,送餐
集装箱,container,集卡,无人集卡,堆场
平板车,agv,无人运输车,转运车,水平运输
内陆港,陆港,港口,码头,国际港,堆场,port
路侧,路侧单元,rsu,路侧感知,路侧设备,roadside
车路云,车路协同,v2x,车联网,智能网联,车路云一体化,网联汽车,c-v2x,vehicle road cooperation,直连通信
电驱,电驱动,驱动电机,三合一电驱,e-drive,电驱总成,动力总成,electric drive
电机,马达,motor,电动机
非晶合金,非晶,amorphous,非晶带材,定子铁芯
代客泊车,自动泊车,avp,自主泊车,valet parking,自主代客泊车
停车,泊车,parking,车位,停车场
编队,platooning,列队,队列行驶
挖掘机,推土机,摊铺机,工程机械,construction machinery
交通流,客流,拥堵,堵车,交通拥堵
## 超导
超导,superconducting,superconductor,超导体
高温超导,hts,rebco,ybco,第二代高温超导,2g-hts,稀土钡铜氧,涂层导体,钇钡铜氧,高温超导带材
低温超导,lts,铌钛,铌三锡,nbti,nb3sn,铌锡
二硼化镁,mgb2
超导电缆,superconducting cable
超导线,超导线材,超导线缆,超导带材 > 超导
带材,tape,带子
线材,丝材,导线,wire,线缆
限流器,fcl,sfcl,故障限流,短路限流,fault current limiter
磁共振,mri,核磁,核磁共振,magnetic resonance,磁共振成像
无液氦,免液氦,无氦,干式磁体,传导冷却,helium free
磁体,磁铁,magnet
磁选机,磁选,选矿,除铁,magnetic separator
心磁图,心磁,mcg,squid,超导量子干涉
感应加热,感应炉,induction heating,透热
聚变,核聚变,iter,fusion,可控核聚变,托卡马克,tokamak
单晶炉,长晶炉,拉晶,直拉,crystal growth,单晶生长,长晶,生长炉
## 碳纤维复材
碳纤维,碳纤,carbon fiber,cfrp,碳丝,炭纤维,carbon fibre
碳纤维复合材料,复合材料,复材,composite,composites,碳纤维复材
炭炭,碳碳,c/c,碳碳复合材料,炭/炭
热场,坩埚,crucible,热场材料
陶瓷基复合材料,cmc,碳化硅纤维
铺丝机,自动铺丝,afp,自动铺放,自动铺带,复材铺放
预浸料,预浸带,prepreg,热塑性复材
聚醚醚酮,peek
制动盘,刹车盘,brake disc,刹车片,碳陶刹车,刹车,制动
补强,加固,碳板,碳布,结构加固,桥梁加固,碳纤维板
拉伸强度,抗拉强度,抗拉,tensile strength
大丝束,48k
## 机器人
机器人,robot,机械人,自动机
四足机器人,机器狗,机械狗,机器犬,robot dog,四足,足式机器人,quadruped,电子狗,足式
机械臂,机械手,协作臂,cobot,协作机器人,机械手臂,robot arm,robotic arm,协作机械臂,机器臂
重复定位精度,定位精度,重复精度
搬运机器人,amr,搬运车,移动机器人,无人搬运,转运机器人,无人叉车,全向移动
外骨骼,exoskeleton,助行器,外骨骼机器人,穿戴机器人,助行
康复,rehabilitation,复健,康复训练,步态训练
卒中,中风,脑卒中,偏瘫,stroke,脑梗
人形机器人,人型机器人,humanoid,humanoid robot,双足机器人,仿人机器人,类人机器人,具身机器人 > 具身智能
具身智能,embodied ai,具身,embodied intelligence
送餐,送餐机器人,配餐,送饭,助餐
手术机器人,surgical robot,骨科机器人,导航机器人,手术导航,骨科手术机器人
骨科,orthopedic,骨折,脊柱,关节置换
消防机器人,灭火机器人,消防侦察机器人,firefighting robot
移位,移乘,搬抬,转移,移位机,搬运病人
失能,卧床,半失能,瘫痪,生活不能自理
护理,照护,看护,照料,陪护,nursing,护工
爬壁机器人,爬壁,磁吸附,wall climbing robot,测厚
减速器,减速机,reducer,减速箱,谐波减速器,谐波齿轮,harmonic drive,减速齿轮
谐波,harmonic
关节,joint,关节模组
离线编程,offline programming,机器人仿真,示教
焊接,电焊,焊工,welding,焊缝
打磨,抛光,磨削,grinding
上下料,装卸料,取放料,分拣
## 航空航天
卫星,satellite,人造卫星,微小卫星,微纳卫星,商业卫星,小卫星,cubesat
遥感,remote sensing,对地观测,遥感影像,卫星影像,天基 > 卫星
高光谱,hyperspectral,光谱成像,成像光谱仪,光谱仪
激光通信,星间链路,星间激光,laser communication,光通信终端,卫星激光通信
地面站,测控站,ground station,测控,卫星测控
电推进,霍尔推进,霍尔推力器,electric propulsion,电推,离子推进,hall thruster
火箭发动机,rocket engine,液氧甲烷,液体火箭
火箭,rocket,运载火箭,launch vehicle
涡轮泵,turbopump
涡喷发动机,涡喷,turbojet,喷气发动机,航空发动机,jet engine,小型航空发动机
活塞发动机,重油发动机,航空活塞,piston engine
热障涂层,tbc,thermal barrier coating
有限元,fea,cae,fem,强度分析,结构分析,仿真分析,结构仿真,finite element
飞机装配,部件对接,机身对接,柔性装配,对接平台,调姿
## 生物医药
超声,b超,彩超,ultrasound,掌上超声,便携超声,超声仪,彩色超声
ct,断层影像,断层扫描,computed tomography,断层
锥束,cbct,c型臂,c臂,术中成像,术中影像
肺结节,肺部结节,pulmonary nodule,lung nodule,肺癌筛查,肺结节筛查
阅片,影像诊断,读片,医学影像,影像ai,看片,辅助诊断
骨植入,植入物,接骨板,骨钉,骨固定,implant,植入材料,植入体
可降解,生物可降解,可吸收,biodegradable
胶原蛋白,collagen,重组胶原,胶原
核酸检测,pcr,病原检测,poct,核酸,nucleic acid
脑机接口,bci,脑电,eeg,brain computer interface,脑控
血糖,cgm,血糖仪,动态血糖,糖尿病,glucose,血糖监测,控糖
慢病,慢性病,高血压,糖尿病,慢病管理,随访,chronic disease
家庭医生,签约医生,社区医生,全科医生,家医
眼底,眼底照相,fundus,眼底筛查,视网膜,眼底相机,糖网
冠脉,ffr,冠状动脉,冠心病,心血管,血流储备分数,ct-ffr
体外膜肺氧合,ecmo,人工心肺,人工肺,叶克膜,体外循环,人工膜肺,体外生命支持,膜肺
微通道,连续流,微反应器,flow chemistry,微流控
颅骨修补,颅颌面,颅骨
医院,hospital,医疗机构,卫生院,诊所
心脏,心肌,heart,心电,ecg
养老,康养,养老院,敬老院,elderly care,养老机构,适老,智慧养老,智慧康养
老人,老年人,长者,高龄老人,独居老人,老年,elderly,老年群体,长辈,空巢老人
独居,空巢,一个人住,孤寡
## 信息技术/安全
数据库,database,时序数据库,tsdb,时序库,实时库,db
隐私计算,联邦学习,多方安全计算,mpc,federated learning,可信执行环境,tee,privacy computing,安全多方计算,匿踪查询,数据可用不可见
工控安全,工业控制系统安全,ics安全,scada安全,工控,工业防火墙,工业控制安全,工控网络
商用密码,国密,国产密码,密码改造,sm2,sm4,国密算法,国密改造,密码应用,加密服务,密码服务 > 密评
密评,密码应用安全性评估,密码测评
等级保护,等保,等保测评,等保2.0,mlps
制造执行系统,mes,生产执行系统,车间管理,车间执行,生产管理系统,manufacturing execution system > 排产
排产,aps,生产排程,计划排产,排程
企业资源计划,erp
数据采集与监控,scada,组态软件,dcs,分布式控制系统,组态,过程控制,集散控制系统
可编程控制器,plc
数字孪生,digital twin,孪生,仿真孪生,虚拟车间
大模型,llm,大语言模型,语言模型,gpt,chatgpt,生成式人工智能,aigc,large language model,deepseek,生成式ai
人工智能,ai,artificial intelligence,机器学习,深度学习,智能识别
知识库,rag,检索增强,问答
政策问答,政务问答,智能问答,政策咨询,政务助手
公文,公文写作,写材料,文书,公文起草,拟稿
政务,政府,government,机关,政务云
视频分析,视频识别,视频智能分析,video analytics,视频结构化,智能监控,视频算法,视频监控
摄像头,摄像机,监控,相机,camera,视频,监控摄像头
数据防泄漏,dlp,数据泄漏,数据泄露,数据外泄,防泄密,防泄漏,防外泄,data leakage
分类分级,数据分级,数据分类,分级分类
抗量子密码,后量子密码,pqc,post quantum,抗量子
量子密钥分发,qkd,量子保密通信,量子通信,量子加密,quantum key distribution,量子密钥
城市信息模型,cim,city information model
建筑信息模型,bim,building information model
地理信息系统,gis,地理信息
数据治理,数据目录,公共数据,数据共享,数据中台,元数据,data governance
12345,市长热线,市民热线,政务热线,便民热线,政府热线,热线
工单,派单,分派,转办,派工,ticket
坐席,客服,话务员,呼叫中心,接线员,call center
勒索,勒索病毒,勒索软件,ransomware,防勒索,wannacry,勒索攻击
病毒,木马,恶意软件,malware,恶意程序
加密,encryption,加解密,密码,cryptography
网络安全,cybersecurity,信息安全,网安,信安
终端准入,准入控制,nac,网络准入,私接,视频专网
智慧园区,园区管理,smart park,园区运营,园区管理系统,产业园区,园区
门禁,访客,门禁系统,access control,出入管理
烟感,火灾报警,烟雾报警
负荷预测,热负荷预测,load forecasting
服务器,server,ai服务器,算力服务器
液冷,浸没式冷却,冷板,liquid cooling,水冷,浸没
智算中心,数据中心,算力中心,idc,data center,机房
审图,施工图审查,图纸审查,智能审图,图审,施工图审图,drawing review
图纸,drawing,cad
内涝,易涝,积水,水浸,水淹,城市内涝,waterlogging,淹水,涝
预警,告警,报警,警报,alarm,提醒,alert,警示
工业软件,industrial software,研发设计软件,国产软件
国产化,国产替代,国产化替代,信创,自主可控,进口替代,localization,替代进口,国产
## 半导体
碳化硅,sic,silicon carbide,碳化硅器件
氮化镓,gan,gallium nitride,hemt
氧化镓,ga2o3,gallium oxide,超宽禁带
砷化镓,gaas,化合物半导体,compound semiconductor
半导体,semiconductor,集成电路,ic,芯片,chip,微电子
衬底,substrate,衬底片,基片
晶圆,wafer,硅片,硅晶圆,圆片
外延,外延片,epitaxy,epi
光刻胶,photoresist,光阻,arf,光刻材料
光刻,lithography,光刻机
功率模块,power module,功率器件,power device,功率半导体,功率芯片 > 绝缘栅双极晶体管,逆变器
减薄机,减薄,晶圆减薄,grinder,研磨机,wafer grinding
晶圆检测,缺陷检测,缺陷检查,aoi,wafer inspection,表面缺陷
电子设计自动化,eda,电路设计,芯片设计,集成电路设计,版图设计,电路仿真,electronic design automation,芯片设计软件
微控制器,mcu,单片机,microcontroller,控制芯片,车规芯片
微型发光二极管,microled,micro-led,micro led,微显示,led
存储芯片,内存,闪存,dram,nand,存储器,memory,flash
测试机,测试设备,ate,测试系统,测试仪,检测设备
石英坩埚,quartz crucible,石英
中试,中试线,中试平台,pilot line,流片
封装,先进封装,packaging
工艺设计包,pdk
## 通用动作/口语
检测,监测,探测,侦测,检验,detect,detection,monitoring,检查,测量
识别,辨识,判别,recognition,辨认
自动,无人化,智能化,自动化,automatic,少人化,无人值守
便携,便携式,手持,掌上,移动式,portable,可携带,口袋
夜间,晚上,夜里,深夜,夜晚
高温,耐高温,high temperature,耐热
轻量化,轻质,超轻,lightweight,减重
节能,省电,降耗,节电,energy saving,降低能耗,能耗
低成本,便宜,廉价,low cost,经济型
续航,续航时间,航时,待机,endurance,滞空,工作时间,长航时
大尺寸,大幅面,大型,大面积,大规格
设备,装备,机器,装置,equipment,仪器,device,设施,机组
系统,system,平台,platform,体系
软件,software,程序,app,应用软件
材料,material,materials
城墙,明城墙,city wall,古城墙
地铁,轨道交通,轨交,subway,metro,地下铁,轨道
景区,旅游,导览,游客,公园,tourism
学校,校园,中小学,高校,大学,school,校舍,教育,university
垃圾,渣土,建筑垃圾,固废,废弃物,waste
考试,实验考试,阅卷,评分,exam,打分
公交排班,排班,调度,dispatch
煤矿,采煤,矿山,coal,采煤机,矿用,mining
危化品,化学品,危险化学品,危险品,危化,hazardous chemicals
储罐,球罐,压力容器,罐体,tank
钢结构,钢构,桥梁,bridge
道路,公路,路面,road,高速公路
农业,果园,农田,猕猴桃,苹果园,农作物,agriculture
消纳场,填埋场
水厂,自来水,供水,水务
清扫机器人,清洁机器人,扫板机器人,光伏清洗,光伏清扫,组件清扫,光伏板清洗
清洗,冲洗,擦洗,水洗,清洁
## 量级
兆瓦,mw,兆瓦级
千瓦,kw,千瓦级
吉瓦,gw,吉瓦级
`;
