import { useRoute, useRouter } from 'vue-router';
import { useMoment } from './stores/moment';

/** Puts the whole interface into another moment; null is now. The page stays the same. */
export function useAsOf(): (asOf: string | null) => Promise<void> {
  const moment = useMoment();
  const route = useRoute();
  const router = useRouter();
  return async (asOf) => {
    const { asOf: _old, page: _page, ...query } = route.query;
    moment.take(asOf);
    await router.push({ query: asOf === null ? query : { ...query, asOf } });
  };
}
