const NBSP = '\u00a0';

/** A value with its unit: 180 min, 20,000架, ≥92%, 45℃. A space stands only before Latin units. */
export function specificationText({ value, unit }: { value: string; unit: string }): string {
  const number = /^\d{5,}$/.test(value) ? value.replace(/\B(?=(\d{3})+$)/g, ',') : value;
  if (!unit) return number;
  return /^[a-zµμΩ]/i.test(unit) ? `${number}${NBSP}${unit}` : `${number}${unit}`;
}
