import { z } from 'zod';
import { alertFrequencies, longestSavedLabel } from '~/domain/searches/saved-search';
import * as m from '~/paraglide/messages';

const frequency = z.enum(alertFrequencies, { error: () => m.searches_frequency_needed() });

/** A search to be kept: its name, and how often mail comes. */
export const savedSearchForm = z.object({
  label: z
    .string({ error: () => m.searches_label_needed() })
    .trim()
    .min(1, { error: () => m.searches_label_needed() })
    .refine((text) => Array.from(text).length <= longestSavedLabel, { error: () => m.searches_label_long() })
    // A mail's subject is one line.
    .transform((text) => text.replace(/\p{Cc}+/gu, ' ')),
  frequency,
});

/** A change to a search that is kept. */
export const savedSearchChange = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('alerts'), id: z.string(), frequency }),
  z.object({ intent: z.literal('remove'), id: z.string() }),
]);
