import type { ItemSource, ItemType } from './item.server';
import { productSource } from './products.server';
import { scenarioSource } from './scenarios.server';

/** Everything that can be found, by type. */
export const sources: Record<ItemType, ItemSource> = { product: productSource, scenario: scenarioSource };
export const allSources = Object.values(sources);
