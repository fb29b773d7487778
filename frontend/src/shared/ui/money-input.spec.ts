import { mount } from '@vue/test-utils';
import { createPinia } from 'pinia';
import { defineComponent, h, ref, type Component } from 'vue';
import { i18n, switchLocale } from '../../app/i18n';
import { unreadableIn } from './field-context';
import UiField from './UiField.vue';
import UiMoneyInput from './UiMoneyInput.vue';
import UiNumberInput from './UiNumberInput.vue';

const { t } = i18n.global;
const global = { plugins: [createPinia(), i18n] };

/** A form with one field, as the budget has them. */
function formWith(control: Component, start: number | null) {
  const value = ref(start);
  const form = mount(
    defineComponent({
      setup: () => () =>
        h('form', [
          h(UiField, { label: 'Prognose', optional: true }, () =>
            h(control, {
              modelValue: value.value,
              'onUpdate:modelValue': (given: number | null) => {
                value.value = given;
              },
            }),
          ),
        ]),
    }),
    { global, attachTo: document.body },
  );
  return {
    value,
    input: form.get('input'),
    fault: () => (form.find('.da-field__error').exists() ? form.get('.da-field__error').text() : null),
    unreadable: () => unreadableIn(form.element as HTMLElement).length,
    settle: () => form.vm.$nextTick(),
  };
}

beforeAll(() => switchLocale('de'));

describe('a money input', () => {
  it('keeps the old amount when letters are typed, and stops the form', async () => {
    const form = formWith(UiMoneyInput, 120050);
    expect(form.input.element.value).toBe('1.200,50');
    await form.input.setValue('abc');
    expect(form.value.value).toBe(120050);
    expect(form.fault()).toBeNull();
    expect(form.unreadable()).toBe(1);
    await form.settle();
    expect(form.fault()).toBe(t('shared.field.noAmount'));
    expect(form.input.attributes('aria-invalid')).toBe('true');
    expect(form.input.element.value).toBe('abc');
  });

  it('takes the fault away as soon as the amount is right', async () => {
    const form = formWith(UiMoneyInput, null);
    await form.input.setValue('12,005');
    await form.input.trigger('blur');
    expect(form.fault()).toBe(t('shared.field.tooManyDecimals'));
    await form.input.setValue('12,05');
    await form.settle();
    expect(form.fault()).toBeNull();
    expect(form.unreadable()).toBe(0);
    expect(form.value.value).toBe(1205);
  });

  it('is empty when it is emptied on purpose', async () => {
    const form = formWith(UiMoneyInput, 100);
    await form.input.setValue('');
    expect(form.value.value).toBeNull();
    expect(form.unreadable()).toBe(0);
  });

  it('follows an amount that is set from outside, over a text that was no amount', async () => {
    const form = formWith(UiMoneyInput, 100);
    await form.input.setValue('abc');
    form.value.value = -250000;
    await form.settle();
    await form.settle();
    expect(form.input.element.value).toBe('−2.500');
    expect(form.unreadable()).toBe(0);
  });
});

describe('a number input', () => {
  it('keeps the old number when the text is none', async () => {
    const form = formWith(UiNumberInput, 40);
    Object.defineProperty(form.input.element, 'validity', { value: { badInput: true }, configurable: true });
    await form.input.setValue('');
    await form.input.trigger('blur');
    expect(form.value.value).toBe(40);
    expect(form.fault()).toBe(t('shared.field.noNumber'));
    Object.defineProperty(form.input.element, 'validity', { value: { badInput: false }, configurable: true });
    await form.input.setValue('45');
    await form.settle();
    expect(form.fault()).toBeNull();
    expect(form.value.value).toBe(45);
  });
});
