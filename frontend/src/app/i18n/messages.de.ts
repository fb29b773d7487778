import { mergeMessages, type Messages } from './messages';

/** All texts in this language; a chunk of its own, so that nobody loads two. */
export const messages = mergeMessages({
  ...import.meta.glob<Messages>(
    ['../locales/de.json', '../../shared/locales/de.json', '../../features/*/locales/de.json'],
    {
      eager: true,
      import: 'default',
    },
  ),
});
