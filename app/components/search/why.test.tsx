import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Reason } from '~/domain/search/search-result';
import { Why } from './why';

const reason = (more: Partial<Reason>): Reason => ({
  typed: '机巢',
  word: '机库',
  field: 'name',
  how: 'typed',
  relation: 'synonym',
  ...more,
});

test('a hit says in which field which word stands for what was typed', () => {
  render(
    <Why
      reasons={[
        reason({}),
        reason({ typed: '100 kw', word: 'q0w01e5', field: 'marks', how: 'quantity', relation: 'same' }),
        reason({ typed: 'wrj', word: '无人机', field: 'summary', how: 'initials', relation: 'same' }),
        reason({ typed: '第四', word: '第四' }),
      ]}
    />,
  );
  expect(screen.getByText('名称 · 机巢→机库（同义）')).toBeTruthy();
  expect(screen.getByText('规格 · 100 kw')).toBeTruthy();
  expect(screen.getByText('说明 · wrj→无人机（拼音）')).toBeTruthy();
  expect(screen.queryByText(/第四|q0w/)).toBeNull();
});

test('without reasons nothing is said', () => {
  const { container } = render(<Why reasons={[]} />);
  expect(container.textContent).toBe('');
});
