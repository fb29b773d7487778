import { checkTranslations } from './translations/check.mjs';

/** Checks the texts of the interface below the current folder, prints what is wrong with them and fails. */
const { faults, count } = checkTranslations(process.cwd());
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else console.log(`${count} texts in German and English`);
