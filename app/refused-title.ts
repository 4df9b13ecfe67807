import * as m from '~/paraglide/messages';

/** The title of a page whose form was refused, “错误：” before it; and without, once there is nothing to change. */
export function refusedTitle(title: string, refused: boolean): string {
  const prefix = m.common_error_prefix();
  const bare = title.startsWith(prefix) ? title.slice(prefix.length) : title;
  return refused ? prefix + bare : bare;
}
