import type { Block, PrintedDocument } from '../../platform/documents/index.js';
import { ATTENDANCE, day, dayAndTime, OUTCOME, OWNER, PARTICIPANT } from '../print/german.js';
import type { MinutesContent } from './minutes-content.js';

/** Sets minutes for print, in the order of the agenda; people are called what they are called today. */
export function printMinutes(
  content: MinutesContent,
  names: Record<string, string>,
  at: string,
): PrintedDocument {
  const { session, participants, items, dropped, addenda } = content;
  return {
    title: `Niederschrift der Sitzung ${session.number} der IT-Kommission`,
    language: 'de-DE',
    issuer: 'Digitale Agenda',
    at,
    pageWords: { page: 'Seite', of: 'von' },
    blocks: [
      {
        kind: 'heading',
        level: 1,
        text: `Niederschrift der Sitzung ${session.number} der IT-Kommission`,
      },
      {
        kind: 'facts',
        rows: [
          ...(session.title === '' ? [] : [{ name: 'Titel', text: session.title }]),
          ...(session.place === '' ? [] : [{ name: 'Ort', text: session.place }]),
          { name: 'Beginn', text: dayAndTime(session.openedAt ?? session.startsAt) },
          ...(session.closedAt === null ? [] : [{ name: 'Ende', text: dayAndTime(session.closedAt) }]),
        ],
      },
      { kind: 'heading', level: 2, text: 'Teilnehmende' },
      participants.length === 0
        ? { kind: 'paragraph', text: 'Keine erfasst.' }
        : {
            kind: 'table',
            caption: 'Wer eingeladen war und wer teilnahm',
            columns: [
              { heading: 'Name', share: 50 },
              { heading: 'Funktion', share: 30 },
              { heading: 'Anwesenheit', share: 20 },
            ],
            rows: participants.map(({ id, role, label, attendance }) => [
              [names[id], label].filter((part) => part !== undefined && part !== '').join(', '),
              PARTICIPANT[role],
              // Once a session is over, the invitation alone says nothing.
              attendance === 'invited' ? 'nicht vermerkt' : ATTENDANCE[attendance],
            ]),
          },
      { kind: 'heading', level: 2, text: 'Tagesordnung und Beschlüsse' },
      ...(items.length === 0 ? [{ kind: 'paragraph' as const, text: 'Die Tagesordnung war leer.' }] : []),
      ...items.flatMap(printItem),
      ...(dropped.length === 0 ? [] : printDropped(dropped)),
      ...(addenda.length === 0 ? [] : printAddenda(content)),
    ],
  };
}

function titleOf({ project, title }: MinutesContent['dropped'][number]): string {
  return project === null ? title : `${project.number} ${project.title}`;
}

function printItem(item: MinutesContent['items'][number], index: number): Block[] {
  const { note, decision } = item;
  const heading: Block = { kind: 'heading', level: 3, text: `TOP ${index + 1}: ${titleOf(item)}` };
  const noted: Block[] = note === '' ? [] : [{ kind: 'paragraph', text: note }];
  if (decision === null) {
    return [heading, ...noted, { kind: 'paragraph', text: 'Ohne Beschluss.', tone: 'small' }];
  }
  const { outcome, text, comeBackOn, conditions } = decision;
  const until = comeBackOn === null ? '' : ` zum ${day(comeBackOn)}`;
  return [
    heading,
    ...noted,
    { kind: 'paragraph', text: `Beschluss: ${OUTCOME[outcome]}${until}`, tone: 'strong' },
    ...(text === '' ? [] : [{ kind: 'paragraph' as const, text }]),
    ...(conditions.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            caption: `Auflagen zu TOP ${index + 1}`,
            columns: [
              { heading: 'Auflage', share: 55 },
              { heading: 'Zuständig', share: 27 },
              { heading: 'Fällig', share: 18 },
            ],
            rows: conditions.map((one) => [one.text, OWNER[one.ownerRole], day(one.dueOn)]),
          },
        ]),
  ];
}

function printDropped(dropped: MinutesContent['dropped']): Block[] {
  return [
    { kind: 'heading', level: 2, text: 'Zurückgestellt' },
    {
      kind: 'list',
      items: dropped.map((item) => titleOf(item) + (item.note === '' ? '' : `: ${item.note}`)),
    },
  ];
}

function printAddenda({ addenda, items }: MinutesContent): Block[] {
  return [
    { kind: 'page-break' },
    { kind: 'heading', level: 2, text: 'Nachträge' },
    ...addenda.flatMap(({ text, itemId, addedAt }): Block[] => {
      const place = items.findIndex(({ id }) => id === itemId);
      return [
        {
          kind: 'heading',
          level: 3,
          text: `${dayAndTime(addedAt)}${place === -1 ? '' : `, zu TOP ${place + 1}`}`,
        },
        { kind: 'paragraph', text },
      ];
    }),
  ];
}
