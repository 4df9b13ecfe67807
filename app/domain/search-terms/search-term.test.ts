import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countedTerm } from './search-term';

test.each([
  ['  无人机　巡检 ', '无人机 巡检'],
  ['ＵＡＶ', 'uav'],
  ['100kW 电解槽', '100kw 电解槽'],
  ['首台（套）', '首台(套)'],
  ['TC4-DT', 'tc4-dt'],
  ['预算500万以内 2026', '预算500万以内 2026'],
  ['0.5～12.5 MPa', '0.5~12.5 mpa'],
  ['128.5 MW 1.5 km', '128.5 mw 1.5 km'],
  ['2026.01 2026.12 截止', '2026.01 2026.12 截止'],
  ['IEC 61850-9-2', 'iec 61850-9-2'],
  ['支持IEC61850-9-2的合并单元', '支持iec61850-9-2的合并单元'],
  ['61850-9-2', '61850-9-2'],
  ['GB/T 36276-2018', 'gb/t 36276-2018'],
  ['GB/T 36276—2018 储能', 'gb/t 36276—2018 储能'],
  ['DL/T 860', 'dl/t 860'],
  ['Q/GDW 12073-2020', 'q/gdw 12073-2020'],
  ['ISO/IEC 27001:2022', 'iso/iec 27001:2022'],
  ['ISO 9001 14001 45001', 'iso 9001 14001 45001'],
  ['GB/T 1234-5678', 'gb/t 1234-5678'],
  ['符合 IEC 1234-5678', '符合 iec 1234-5678'],
  ['Q/GDW 1234—5678', 'q/gdw 1234—5678'],
  ['DB61/T 1234-5678', 'db61/t 1234-5678'],
  ['继电器 型号：1756-2080', '继电器 型号:1756-2080'],
  ['标准1234-5678', '标准1234-5678'],
  ['model 1234-5678', 'model 1234-5678'],
  ['S7-1200-1214', 's7-1200-1214'],
  ['1200000元', '1200000元'],
  ['5000000-8000000元', '5000000-8000000元'],
  ['预算 12000000 以内', '预算 12000000 以内'],
  ['1000-2000kW 电解槽', '1000-2000kw 电解槽'],
  ['2024-2026年 认定', '2024-2026年 认定'],
  ['electromagnetic compatibility', 'electromagnetic compatibility'],
  ['wurenjixunjianxitong', 'wurenjixunjianxitong'],
])('%s is counted as %s', (typed, term) => {
  expect(countedTerm(typed)).toBe(term);
});

test.each([
  '',
  '   ',
  'zhang.san@example.cn',
  '找 13800138000',
  '138 0013 8000',
  '138.0013.8000',
  '138．0013．8000',
  '138·0013·8000',
  '029—8678—1234',
  '138 - 0013 - 8000',
  '029-8678-1234',
  '61010219900307781X',
  '610102 19900307 781X',
  '6101 0219 9003 0778 1X',
  '(029)8678 1234',
  '+86 29 8678 1234',
  '+86-138-0013-8000',
  '+8613800138000元',
  '1 3 8 0 0 1 3 8 0 0 0',
  '8678-1234',
  '86781234',
  '继电器 8678-1234',
  '8678-1234 型号',
  '张三 GB/T 8678 8678-1234',
  'my 8678-1234',
  '型号 电话 8678-1234',
  '型号 8678-1234-5678',
  '型号 029-8678-1234',
  '型号 86781234',
  '电话 86781234',
  'tel 8678-1234',
  'tel-8678-1234',
  'GB 13800138000',
  'IEC 138-0013-8000',
  '13800138000元',
  '预算13800138000',
  '400-800-1234',
  '6222 0213 0700 1234 567',
  '91330100799655058B',
  '加微信 abc12345',
  '字'.repeat(61),
])('%s is not kept', (typed) => {
  expect(countedTerm(typed)).toBeUndefined();
});

const digits = (least: number, most = least) => fc.stringMatching(new RegExp(`^[0-9]{${least},${most}}$`));
const gap = fc.constantFrom('', ' ', '-', ' - ', '.', '·', '—');
const before = fc.constantFrom('', '找 ', '无人机', 'GB/T ', '预算', '¥', 'tel ', 'IEC ', '+86', '0086 ');
const after = fc.constantFrom('', ' 采购', '元', ' kW', '万', ' 2026');
/** One number in parts, with the same between them. */
const parted = (...parts: fc.Arbitrary<string>[]) =>
  fc.tuple(gap, ...parts).map(([between, ...some]) => some.join(between));

test.each([
  [
    'mobile',
    fc.oneof(
      ...[
        [4, 4],
        [3, 5],
      ].map(([a, b]) => parted(fc.stringMatching(/^1[3-9][0-9]$/), digits(a!), digits(b!))),
    ),
  ],
  [
    'landline',
    parted(fc.stringMatching(/^0[1-9][0-9]{1,2}$/), fc.stringMatching(/^[2-8][0-9]{2,3}$/), digits(4)),
  ],
  [
    'identity card',
    parted(
      fc.stringMatching(/^[1-8][0-9]{5}$/),
      fc.stringMatching(/^(19|20)[0-9]{2}$/),
      fc.stringMatching(/^[0-9]{4}$/),
      fc.stringMatching(/^[0-9]{3}[0-9X]$/),
    ),
  ],
])('no %s number is kept, whatever stands around it', (_, number) => {
  fc.assert(
    fc.property(before, number, after, (left, middle, right) => {
      expect(countedTerm(left + middle + right)).toBeUndefined();
    }),
    { numRuns: 1_000 },
  );
});

test('no e-mail address is kept', () => {
  fc.assert(
    fc.property(before, fc.emailAddress({ size: 'xsmall' }), (left, address) => {
      expect(countedTerm(left + address)).toBeUndefined();
    }),
  );
});

const standard = fc
  .tuple(
    fc.constantFrom(
      'GB',
      'GB/T',
      'DL/T',
      'IEC',
      'ISO',
      'IEEE',
      'DB61/T',
      'Q/GDW',
      'T/CEC',
      'ISO/IEC',
      'EN',
      'YD/T',
    ),
    fc.constantFrom('', ' '),
    fc.integer({ min: 10, max: 99_999 }),
    fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 2 }),
    fc.option(fc.integer({ min: 1980, max: 2030 }), { nil: undefined }),
  )
  .map(
    ([body, space, number, parts, year]) =>
      `${body}${space}${[number, ...parts, year ?? []].flat().join('-')}`,
  );

test('standards, prices and ranges of quantities are kept', () => {
  const price = fc
    .tuple(fc.integer({ min: 1, max: 999_999_999 }), fc.constantFrom('元', '万', '万元', '亿', '块'))
    .map(([n, unit]) => `${n}${unit}以内`);
  const quantity = fc
    .tuple(
      fc.integer({ min: 1, max: 99_999 }),
      fc.integer({ min: 1, max: 99_999 }),
      fc.constantFrom('kW', 'mm', 'MPa', 'V'),
    )
    .map(([low, high, unit]) => `${low}-${high} ${unit}`);
  const some = fc.oneof(standard, price, quantity);
  fc.assert(
    fc.property(some, some, (one, other) => {
      expect(countedTerm(`储能 ${one} ${other} 设备`)).toBe(`储能 ${one} ${other} 设备`.toLowerCase());
    }),
    { numRuns: 1_000 },
  );
});
