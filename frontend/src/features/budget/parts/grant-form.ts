import { grantStates, type Grant, type GrantBody } from '../budget';

/** What stands in the form of a grant; amounts and rate are null while their field is empty, days are ''. */
export interface GrantForm {
  giver: string;
  title: string;
  state: string;
  decidedOn: string;
  amountCents: number | null;
  eligibleCents: number | null;
  ratePercent: number | null;
  purpose: string;
  boundUntil: string;
}

/** The form of a grant that is there, or of a new one. */
export function grantFormOf(grant: Grant | null): GrantForm {
  return {
    giver: grant?.giver ?? '',
    title: grant?.title ?? '',
    state: grant?.state ?? 'planned',
    decidedOn: grant?.decidedOn ?? '',
    amountCents: grant?.amountCents ?? null,
    eligibleCents: grant?.eligibleCents ?? null,
    ratePercent:
      grant?.rateBasisPoints === undefined || grant.rateBasisPoints === null
        ? null
        : grant.rateBasisPoints / 100,
    purpose: grant?.purpose ?? '',
    boundUntil: grant?.boundUntil ?? '',
  };
}

/** What is sent; the rate in hundredths of a percent. */
export function grantValuesOf(form: GrantForm): GrantBody {
  return {
    giver: form.giver.trim(),
    title: form.title,
    state: grantStates.find((state) => state === form.state) ?? 'planned',
    decidedOn: form.decidedOn === '' ? null : form.decidedOn,
    amountCents: form.amountCents ?? 0,
    eligibleCents: form.eligibleCents,
    rateBasisPoints: form.ratePercent === null ? null : Math.round(form.ratePercent * 100),
    purpose: form.purpose,
    boundUntil: form.boundUntil === '' ? null : form.boundUntil,
  };
}

/** Pointers of what must be filled in but is not. */
export function missingInGrant(form: GrantForm): string[] {
  return [
    ...(form.giver.trim() === '' ? ['/giver'] : []),
    ...(form.amountCents === null ? ['/amountCents'] : []),
  ];
}
