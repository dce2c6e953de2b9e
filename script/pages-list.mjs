// The pages of docs/pages.md, in its order: what each is called, what it is for, who has it before them, and how they come
// there. A page is [name, title, what it is for, {who, at or go, council}]. who: nobody when it is left out; at: its
// address; go: what leads there; council: the demo's when it is left out.

const press = (page, name) => page.getByRole('button', { name, exact: true }).click();
const follow = (page, name) => page.getByRole('link', { name, exact: true }).first().click();

async function record(page, subject) {
  await page.goto(`/records?state=all&words=${encodeURIComponent(subject)}`);
  await follow(page, subject);
}

async function ask(page, purpose) {
  await page.goto('/start/enquiry');
  await page.getByLabel('Which service should answer?').selectOption({ label: 'Housing' });
  await page.getByLabel('Myself, as a Member', { exact: true }).check();
  await page.getByLabel('What is it about, in a few words?').fill('Lift in Mill House');
  await page.getByLabel('What do you want to know?').fill('When will the lift be mended?');
  await page.getByLabel(purpose, { exact: true }).check();
  await press(page, 'Continue');
}

async function complain(page) {
  await page.goto('/start/complaint');
  await page.getByLabel('Who is the complaint about?').selectOption({ index: 3 });
  await page.getByLabel('What is it about, in a few words?').fill('Conduct at a meeting');
  await page.getByLabel('What happened?').fill('They shouted at the clerk.');
  await press(page, 'Continue');
}

const member = 'Jo Fairley';
const officer = 'Dana Okafor';

export const pages = [
  ['Coming in', [
    ['sign-in', 'Sign in', 'Where everybody begins: e-mail address and password.', { at: '/sign-in', council: 'own' }],
    ['invitation', 'Choose a password', 'The link of an invitation, which is good once.', { at: 'invitation', council: 'own' }],
    ['demo', 'Who would you like to be?', 'In a demo, in place of signing in: everybody of the council, to be them.', { at: '/sign-in' }],
    ['public', 'For everybody', 'What can be begun without an account, and what was published.', { at: '/public' }],
  ]],
  ['Home', [
    ['home-member', 'Home, of a Member', 'What a Member has to do, asked for and was told, and the ways to begin.', { who: member, at: '/' }],
    ['home-officer', 'Home, of an Officer', 'What an Officer owes, soonest first.', { who: officer, at: '/' }],
    ['duties', 'All that you owe', 'Every duty with its day; what is late says so.', { who: 'Helen Marsh', at: '/duties' }],
    ['notices', 'All that you were told', 'Each notice with its clause and a way to its record.', { who: member, at: '/notices' }],
    ['calendar', 'Calendar', 'A month of what falls due and of what takes place.', { who: 'Helen Marsh', at: '/calendar' }],
    ['tour', 'How it works, in two minutes', 'What a first day needs; home offers it until it was seen.', { who: member, at: '/tour' }],
    ['settings', 'Your settings', 'What somebody can set for themselves.', { who: member, at: '/settings' }],
    ['hand-over', 'Hand over your work', 'Several records at once to a colleague, before a holiday.', { who: officer, at: '/hand-over' }],
  ]],
  ['Asking', [
    ['start', 'Start something', 'All that this person can begin, and why not the rest.', { who: member, at: '/start' }],
    ['ask', 'Ask a service for information', 'The form of a procedure: every question is the pack’s.', { who: member, at: '/start/enquiry' }],
    ['ask-errors', 'The form with errors', 'Each thing that is missing, named above and beside its field.', {
      who: member,
      go: async (page) => {
        await page.goto('/start/enquiry');
        await press(page, 'Continue');
      },
    }],
    ['ask-refused', 'This cannot be done', 'A refusal with its clause, and the way back to what was written.', {
      who: member,
      go: (page) => ask(page, 'Party business, a campaign or a private matter'),
    }],
    ['ask-check', 'Check before you send', 'The answers, who will answer by when, and who will be able to see it.', {
      who: member,
      go: (page) => ask(page, 'Council business'),
    }],
    ['sent', 'Sent', 'The new record, with its reference and what happens next.', {
      who: member,
      go: async (page) => {
        await ask(page, 'Council business');
        await press(page, 'Send');
      },
    }],
  ]],
  ['Records', [
    ['records', 'Records', 'What this person may see; the filter stands in the address.', { who: member, at: '/records' }],
    ['records-none', 'A search that finds nothing', 'The filters that are set, each to be taken away.', { who: member, at: '/records?state=all&words=nothing+of+the+kind' }],
    ['views', 'Saved views', 'Lists that somebody comes back to.', { who: member, at: '/views' }],
    ['record', 'A record, of whoever deals with it', 'Its state in one sentence, what they can do, what must happen by when, who can see it.', {
      who: officer,
      go: (page) => record(page, 'Heating for an elderly tenant'),
    }],
    ['record-late', 'A record that is late', 'The same, when its day is past.', {
      who: 'Helen Marsh',
      go: (page) => record(page, 'Hoardings at the old brewery'),
    }],
    ['record-member', 'A record, of the Member who asked', 'The answer, and what can be done with it.', {
      who: member,
      go: (page) => record(page, 'Arrears of council tax'),
    }],
    ['power', 'Answer', 'The form of a power: here the answer.', { who: officer, go: async (page) => {
      await record(page, 'Heating for an elderly tenant');
      await follow(page, 'Answer');
    } }],
    ['power-errors', 'The form of a power with an error', 'What is missing, beside its field.', { who: officer, go: async (page) => {
      await record(page, 'Heating for an elderly tenant');
      await follow(page, 'Refuse');
      await press(page, 'Refuse');
    } }],
    ['held', 'Held, and not sent yet', 'What somebody sends in ten minutes, and can take back until then.', { who: officer, go: async (page) => {
      await record(page, 'Heating for an elderly tenant');
      await follow(page, 'Answer');
      await page.getByLabel('Your answer').fill('Somebody sees her this afternoon.');
      await press(page, 'Check it first, send in 10 minutes');
    } }],
    ['why', 'What you can do, and why', 'Every power with the clause that allows it, or what forbids it.', { who: officer, go: async (page) => {
      await record(page, 'Heating for an elderly tenant');
      await follow(page, 'What you cannot do, and why');
    } }],
  ]],
  ['Who is who', [
    ['people', 'Who is who', 'Members and Officers, by name.', { who: member, at: '/people' }],
    ['person', 'A person', 'Their posts and terms.', { who: member, at: '/people/p-bronwen-tate' }],
    ['group', 'A group', 'Its leader and Members.', { who: member, at: '/groups/g-orchard' }],
    ['service', 'A service', 'Its head and Officers.', { who: member, at: '/services/s-housing' }],
    ['ward', 'A ward', 'Its Members.', { who: member, at: '/wards/w-mill-lane' }],
    ['body', 'A committee', 'Its chair and Members.', { who: member, at: '/bodies/b-scrutiny' }],
  ]],
  ['The protocol', [
    ['protocol', 'Protocol', 'Its procedures and its clauses, one by one.', { who: member, at: '/protocol' }],
    ['procedure', 'A procedure', 'Its states as a picture and a table, and its rules.', { who: member, at: '/protocol/enquiry' }],
    ['clause', 'A clause', 'What it says in short, and all that is done because of it.', { who: member, at: '/protocol/clauses/3.4' }],
    ['report', 'The equality report', 'What the protocol has counted, without names, for those to whom it gives that.', { who: 'Margaret Thorne', at: '/report' }],
    ['expectations', 'What to expect of one another', 'What the protocol says that Members and Officers can expect.', { who: member, at: '/expectations' }],
  ]],
  ['Without an account', [
    ['complaint', 'Complain about a Member', 'A form that anybody can send.', { at: '/start/complaint' }],
    ['complaint-check', 'Check before you send', 'Who gets it and who can see it, before it is sent.', { go: complain }],
    ['receipt', 'Your receipt', 'A code, shown once, that leads back to what was sent.', { go: async (page) => {
      await complain(page);
      await press(page, 'Send');
    } }],
    ['guest', 'What was sent, of whoever has the code', 'The one record that its code leads to.', { go: async (page) => {
      await complain(page);
      await press(page, 'Send');
      await press(page, 'See what you sent');
    } }],
    ['come-back', 'Follow what you sent', 'Where the code is typed.', { at: '/receipt' }],
  ]],
  ['About it', [
    ['help', 'Help', 'How it works, in short.', { who: member, at: '/help' }],
    ['accessibility', 'Accessibility', 'The accessibility statement.', { at: '/accessibility' }],
    ['privacy', 'Privacy', 'What is kept about a person, and the cookie.', { at: '/privacy' }],
    ['not-found', 'Page not found', 'What is not there, and what is not for this person to see: they look the same.', { who: member, at: '/nothing' }],
    ['session-ended', 'Sign in to go on', 'When a session ended while somebody wrote: nothing is lost.', { who: member, go: async (page) => {
      await page.goto('/start/enquiry');
      await page.getByLabel('What do you want to know?').fill('When will the lift be mended?');
      await page.context().clearCookies();
      await press(page, 'Continue');
    } }],
    ['gallery', 'Components', 'In a demo: every component that pages can be made of.', { at: '/gallery' }],
  ]],
];
