import { mount } from '@vue/test-utils';
import { createPinia } from 'pinia';
import { h, nextTick, ref } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { ProblemError } from '../../api/problem';
import { i18n, switchLocale } from '../../app/i18n';
import TrafficLight from './TrafficLight.vue';
import UiDialog from './UiDialog.vue';
import UiField from './UiField.vue';
import UiInput from './UiInput.vue';
import UiMenu from './UiMenu.vue';
import UiQueryState from './UiQueryState.vue';
import UiSegmented from './UiSegmented.vue';
import UiSortHeader from './UiSortHeader.vue';
import UiTable from './UiTable.vue';

const { t } = i18n.global;
const router = createRouter({
  history: createMemoryHistory(),
  routes: [{ path: '/', component: { render: () => null } }],
});
const global = { plugins: [createPinia(), i18n, router] };

beforeAll(() => switchLocale('de'));

describe('a field', () => {
  it('ties its label, hint and error to the input', () => {
    const field = mount(UiField, {
      global,
      props: { label: 'Titel', hint: 'Kurz', error: 'Fehlt' },
      slots: { default: () => h(UiInput, { modelValue: '' }) },
    });
    const input = field.get('input');
    const described = (input.attributes('aria-describedby') ?? '')
      .split(' ')
      .map((id) => field.get(`[id="${id}"]`).text());
    expect(described).toEqual(['Kurz', 'Fehlt']);
    expect(field.get('label').attributes('for')).toBe(input.attributes('id'));
    expect(input.attributes('aria-invalid')).toBe('true');
  });
});

describe('a traffic light', () => {
  it('is grey when it is overdue, and says what it was', () => {
    const light = mount(TrafficLight, { global, props: { light: 'green', overdue: true, ageDays: 95 } });
    expect(light.attributes('data-tone')).toBe('grey');
    expect(light.text()).toContain(t('shared.light.overdue'));
    expect(light.attributes('title')).toContain(t('shared.light.green'));
  });
});

describe('a segmented control', () => {
  it('is answered by a key', async () => {
    const options = [
      { value: '0', label: 'Null', hotkey: '0' },
      { value: 'n', label: 'Nicht anwendbar', hotkey: 'n' },
    ];
    const group = mount(UiSegmented, { global, props: { legend: 'Stufe', options, modelValue: null } });
    await group.get('input').trigger('keydown', { key: 'n' });
    expect(group.emitted('update:modelValue')).toEqual([['n']]);
  });
});

describe('a table', () => {
  it('lets the arrow keys walk from row to row', async () => {
    const rows = ['eins', 'zwei', 'drei'].map((name) =>
      h('tr', h('th', h('a', { href: '#', class: 'da-row-link' }, name))),
    );
    const table = mount(UiTable, {
      global,
      props: { caption: 'Zahlen' },
      slots: { default: () => rows },
      attachTo: document.body,
    });
    const links = table.findAll('a');
    links[0]?.element.focus();
    await links[0]?.trigger('keydown', { key: 'ArrowDown' });
    expect(document.activeElement?.textContent).toBe('zwei');
    await links[1]?.trigger('keydown', { key: 'End' });
    expect(document.activeElement?.textContent).toBe('drei');
  });

  it('turns the order of a column round', async () => {
    const header = mount(UiSortHeader, {
      global,
      props: { by: 'score', sort: 'title', first: 'desc' },
      slots: { default: 'Bewertung' },
    });
    await header.get('button').trigger('click');
    await header.setProps({ sort: '-score' });
    expect(header.attributes('aria-sort')).toBe('descending');
    await header.get('button').trigger('click');
    expect(header.emitted('update:sort')).toEqual([['-score'], ['score']]);
  });
});

describe('a menu', () => {
  it('opens by the arrow key, walks, chooses and gives the focus back', async () => {
    const items = [
      { key: 'a', label: 'Alpha' },
      { key: 'b', label: 'Beta' },
    ];
    const menu = mount(UiMenu, { global, props: { label: 'Mehr', items }, attachTo: document.body });
    await menu.get('button').trigger('keydown', { key: 'ArrowDown' });
    await nextTick();
    await nextTick();
    expect(document.activeElement?.textContent).toBe('Alpha');
    await menu.get('[role=menu]').trigger('keydown', { key: 'ArrowDown' });
    expect(document.activeElement?.textContent).toBe('Beta');
    await menu.findAll('[role=menuitem]')[1]?.trigger('click');
    expect(menu.emitted('select')).toEqual([['b']]);
    expect(menu.find('[role=menu]').exists()).toBe(false);
    expect(document.activeElement).toBe(menu.get('button').element);
  });
});

describe('a dialog', () => {
  it('is named by its title and closes when it is cancelled', async () => {
    const dialog = mount(UiDialog, {
      global,
      props: { open: true, title: 'Sicher?' },
      slots: { default: 'Text' },
    });
    await nextTick();
    await nextTick();
    expect(dialog.get(`[id="${dialog.get('dialog').attributes('aria-labelledby')}"]`).text()).toBe('Sicher?');
    await dialog.get('dialog').trigger('cancel');
    expect(dialog.emitted('update:open')).toEqual([[false]]);
  });
});

describe('the state of a question to the server', () => {
  const show = (data: string[] | undefined, error: unknown = null) => {
    const refetch = jest.fn();
    const state = mount(UiQueryState, {
      global,
      props: {
        query: { data: ref(data), error: ref(error), refetch },
        empty: (items: unknown) => (items as string[]).length === 0,
      },
      slots: { default: ({ data: items }: { data: unknown }) => h('p', { class: 'content' }, String(items)) },
    });
    return { state, refetch };
  };

  it('shows that it is loading', () => {
    expect(show(undefined).state.text()).toContain(t('shared.loading'));
  });

  it('shows what there is', () => {
    expect(show(['a']).state.get('.content').text()).toBe('a');
  });

  it('says that it asks again after the pause that the server wants', () => {
    const pause = new ProblemError({ status: 429, code: 'too-many-requests', params: { seconds: 17 } });
    const query = { data: ref(), error: ref(null), failureReason: ref(pause), refetch: () => undefined };
    const text = mount(UiQueryState, { global, props: { query } }).text();
    expect(text).toContain(t('errors.tooManyRequests', { seconds: 17 }));
    expect(text).toContain(t('shared.loading'));
  });

  it('says when there is nothing', () => {
    expect(show([]).state.text()).toContain(t('shared.empty'));
  });

  it('says what went wrong and tries again', async () => {
    const { state, refetch } = show(undefined, new ProblemError({ status: 503, code: 'database-away' }));
    expect(state.text()).toContain(t('errors.databaseAway'));
    await state.get('button').trigger('click');
    expect(refetch).toHaveBeenCalled();
  });
});
