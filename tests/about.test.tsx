import { createRemixStub } from '@remix-run/testing';
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import AboutPage from '~/routes/site/about';

test('the dictionary that English words are read by is named with its licence', async () => {
  const Stub = createRemixStub([{ path: '/', Component: AboutPage }]);
  render(<Stub />);
  expect(await screen.findByText('CC-CEDICT')).toHaveProperty('href', expect.stringContaining('mdbg.net'));
  expect(screen.getByText('CC BY-SA 4.0')).toHaveProperty('href', expect.stringContaining('by-sa/4.0'));
});
