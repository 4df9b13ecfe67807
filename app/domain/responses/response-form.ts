import { z } from 'zod';
import * as m from '~/paraglide/messages';

export const maxMessage = 1000;

/** An answer to a scenario: which product, and what is said with it. */
export const responseForm = z.object({
  product: z
    .string({ error: () => m.account_respond_product_required() })
    .trim()
    .min(1, { error: () => m.account_respond_product_required() }),
  message: z
    .string({ error: () => m.account_respond_message_required() })
    .trim()
    .min(10, { error: () => m.account_respond_message_required() })
    .max(maxMessage, { error: () => m.account_too_long({ max: maxMessage }) }),
});
