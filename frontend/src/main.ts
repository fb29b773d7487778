import { VueQueryPlugin } from '@tanstack/vue-query';
import { createPinia } from 'pinia';
import { createApp, watch, type App as VueApp } from 'vue';
import { connectClient } from './api/client';
import { createQueryClient } from './api/query-client';
import App from './app/App.vue';
import { i18n, switchLocale } from './app/i18n';
import { createAppRouter } from './app/router';
import StartFailure from './app/StartFailure.vue';
import { useMoment } from './app/stores/moment';
import { usePreferences } from './app/stores/preferences';
import { useSession } from './app/stores/session';
import './shared/styles/index.css';

const pinia = createPinia();
const queryClient = createQueryClient();

async function start(): Promise<void> {
  const session = useSession(pinia);
  const moment = useMoment(pinia);
  connectClient({
    asOf: () => moment.asOf,
    personId: () => session.person?.id ?? null,
    signIns: () => session.signIns,
    signInAgain: () => session.signInAgain(),
  });

  const failure = await beginnings(session.load(), switchLocale(usePreferences(pinia).locale));
  if (failure !== null) {
    prepared(createApp(StartFailure, { error: failure.reason })).mount('#app');
    return;
  }
  const router = createAppRouter();
  watch(
    () => session.person?.id,
    () => queryClient.clear(),
  );
  // What one person was doing is not the next one's business: the next one begins with a page of their own.
  watch(
    () => session.replacements,
    () => window.location.assign('/'),
  );
  prepared(createApp(App)).use(router).mount('#app');
}

function prepared(app: VueApp): VueApp {
  return app.use(pinia).use(i18n).use(VueQueryPlugin, { queryClient });
}

async function beginnings(...steps: Promise<void>[]): Promise<PromiseRejectedResult | null> {
  const results = await Promise.allSettled(steps);
  return results.find((result) => result.status === 'rejected') ?? null;
}

void start();
