import { z } from 'zod';
import { longestShortlistName, longestShortlistNote } from '~/domain/shortlists/shortlist';
import * as m from '~/paraglide/messages';

const longerThan = (text: string, most: number) => Array.from(text).length > most;
const name = z
  .string({ error: () => m.shortlists_name_needed() })
  .trim()
  .min(1, { error: () => m.shortlists_name_needed() })
  .refine((text) => !longerThan(text, longestShortlistName), { error: () => m.shortlists_name_long() });
const note = z
  .string()
  .trim()
  .default('')
  .refine((text) => !longerThan(text, longestShortlistNote), { error: () => m.shortlists_note_long() });
const version = z.coerce.number().int().min(1).max(999_999_999);

/** A shortlist by its name. */
export const shortlistForm = z.object({ name });

/** A product to be added: to one of the lists, or with `list` = new to one of that name. */
export const shortlistAddForm = z
  .object({
    list: z
      .string({ error: () => m.shortlists_which_needed() })
      .min(1, { error: () => m.shortlists_which_needed() }),
    name: z.string().trim().default(''),
    note,
  })
  .superRefine((form, context) => {
    if (form.list !== 'new') return;
    const checked = name.safeParse(form.name);
    if (!checked.success)
      context.addIssue({ code: 'custom', path: ['name'], message: checked.error.issues[0]!.message });
  });

/** What is done to a shortlist that is open. */
export const shortlistAct = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('note'), product: z.string(), note, version }),
  z.object({ intent: z.literal('remove'), product: z.string() }),
  z.object({ intent: z.literal('rename'), name, version }),
  z.object({ intent: z.literal('delete') }),
]);
