/** How far a purchase that is planned in public has come. */
export const intentionStages = ['采购意向', '招标公告', '成交公告'] as const;
