import { createRemixStub } from '@remix-run/testing';
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { PublicPublication } from '~/domain/publications/publications.server';
import { titleWords } from '~/domain/title-words';
import PublicationPage from './route';

test('the title of a publication ends its lines between words only', async () => {
  const title = '西安市三首产品目录（2026年第一批）';
  const publication: PublicPublication = {
    code: 'XA-SS-2026-1',
    kind: 'catalogue',
    year: 2026,
    sequence: 1,
    title,
    documentNumber: null,
    authority: '认定机关',
    issuedOn: '2026-06-30',
    validUntilOn: null,
    scenarios: [],
    products: [],
  };
  const data = { today: '2026-11-26', publication, titleWords: titleWords(title), others: [] };
  const Stub = createRemixStub([{ path: '/', Component: PublicationPage, loader: () => data }]);
  render(<Stub />);
  const heading = await screen.findByRole('heading', { level: 1 });
  expect(heading.className).toBe('keep');
  expect(heading.innerHTML.split('<wbr>')).toEqual(['西安市三首', '产品', '目录', '（2026年第一批）']);
});
