import { Injectable } from '@nestjs/common';
import { type Actor, Clock, Transactions } from '../platform/index.js';
import { LedgerImportsService } from './ledger-imports.service.js';
import { LedgerWork } from './ledger-work.js';

interface SampleLine {
  account: string;
  title: string;
  year: number;
  kind: 'operating' | 'capital';
  cents: number;
}

const KIND_WORDS = { operating: 'Ergebnishaushalt', capital: 'Finanzhaushalt' } as const;

/** Reads in a made-up file of the ledger, by the same steps by which finance does. */
@Injectable()
export class SampleLedgerImport {
  constructor(
    private readonly imports: LedgerImportsService,
    private readonly work: LedgerWork,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Books something on a dozen lines of this year; one row names an account that nobody has. */
  async load(actor: Actor): Promise<void> {
    const year = Number(this.clock.today().slice(0, 4));
    const { value: lines } = await this.transactions.run({ command: 'ledger.look' }, (tx) =>
      tx.query<SampleLine>(LINES, [year]),
    );
    if (lines.length === 0) return;
    const { id } = await this.imports.create(actor, {
      fileName: `buchungen-${year}.csv`,
      sourceName: 'SAP, Buchungen des Jahres',
    });
    const received = await this.imports.receive(id, inOnePiece(fileOf(lines, year)));
    const checking = await this.imports.check({ id, version: received.version, actor });
    await this.work.run(id);
    // The check itself makes a version of its own.
    await this.imports.apply({ id, version: checking.version + 1, actor });
    await this.work.run(id);
  }
}

async function* inOnePiece(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}

function fileOf(lines: readonly SampleLine[], year: number): string {
  const euros = (cents: number): string =>
    (cents / 100).toLocaleString('de-DE', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const rows = lines.map(({ account, title, year: of, kind, cents }) => [
    account,
    `"${title.replaceAll('"', '""')}"`,
    of,
    KIND_WORDS[kind],
    euros(cents),
  ]);
  return [
    ['Kontierung', 'Bezeichnung', 'Haushaltsjahr', 'Haushaltsart', 'Ist'],
    ...rows,
    ['1700.999.10', 'Sammelkonto', year, KIND_WORDS.operating, euros(125_000)],
  ]
    .map((cells) => `${cells.join(';')}\r\n`)
    .join('');
}

/** Lines whose account, year and kind nobody else has, half-way to what is forecast for them. */
const LINES = `
  select l.account_assignment as account, p.title, l.year, l.kind,
         l.actual_cents + (l.forecast_cents - l.actual_cents) / 2 as cents
    from budget_line l join project p on p.id = l.project_id
   where l.year = $1 and l.direction = 'expense' and l.forecast_cents > l.actual_cents and l.actual_cents > 0
     and (select count(*) from budget_line o
           where o.account_assignment = l.account_assignment and o.year = l.year and o.kind = l.kind) = 1
   order by p.number limit 12`;
