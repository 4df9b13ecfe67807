import { mostCompared } from '../products/compare';
import { findPublicProduct } from '../products/products.server';
import { matchScenarios } from './match-scenarios.server';
import { similarProducts } from './similar-products.server';

/** With the product itself as many similar ones as a comparison takes. */
const shown = { scenarios: 5, similar: mostCompared - 1 };

export type ProductPage = NonNullable<Awaited<ReturnType<typeof findProductPage>>>;

/** A published product, the scenarios open to it and products like it; undefined when there is none of that code. */
export async function findProductPage(code: string, todayOn: string) {
  const found = await findPublicProduct(code, todayOn);
  if (!found) return undefined;
  const { supply, ...product } = found;
  const [suited, similar] = await Promise.all([
    matchScenarios(supply, shown.scenarios, todayOn),
    similarProducts(supply, shown.similar, todayOn),
  ]);
  return { ...product, scenarios: suited.open, endedScenarios: suited.ended, similar };
}
