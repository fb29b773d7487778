import { mergeMessages, type Messages } from './messages';

/** All texts in this language; a chunk of its own, so that nobody loads two. */
export const messages = mergeMessages({
  ...import.meta.glob<Messages>(
    ['../locales/en.json', '../../shared/locales/en.json', '../../features/*/locales/en.json'],
    {
      eager: true,
      import: 'default',
    },
  ),
});
