/** For tests: what no list of words has, and what would say more than it should in a filter, in SQL or in an object. */
export const foreignWords = [
  '光子" OR kind = "first-unit',
  '光子\\" OR recognisedUntil EXISTS OR industry = \\"',
  "雁塔区' OR '1'='1",
  '人工智能") OR (state = "draft',
  '__proto__',
  'constructor',
  'toString',
  '光',
];
