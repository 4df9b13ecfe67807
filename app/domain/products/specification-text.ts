const NBSP = '\u00a0';

/** A value with its unit: 180 min, 46类, ≥92%, 45℃. A space stands only before Latin units. */
export function specificationText({ value, unit }: { value: string; unit: string }): string {
  if (!unit) return value;
  return /^[a-zµμΩ]/i.test(unit) ? `${value}${NBSP}${unit}` : `${value}${unit}`;
}
