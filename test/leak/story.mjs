// What happens in each world, and the secrets: what happens one way in some worlds and another way in the others, with
// everybody who may know of it under the pack. Everybody else must not be able to tell the worlds apart.
import { advice, answer, attested, enquiry, forGroup, given, released, sentToGroup } from '../lib/protocol.mjs';

/** Long after NOW: what nobody answered since has been missed, by every step of every pack. */
const AFTERWARDS = '2026-07-30T09:00:00Z';

/** A day later, somebody comes back into a group that was advised while they were away. */
export const JOINED = { at: '2026-07-31T09:00:00Z', day: '2026-07-31' };

const unique = (people) => [...new Set(people.filter(Boolean))];

/** Who plays which part. */
export function castOf(cast, pack) {
  const was = (person, group) =>
    person.group?.id !== group.id && person.tenures.some((tenure) => !tenure.now && tenure.organization?.id === group.id);
  const left = cast.groups.find((group) => cast.members.some((person) => was(person, group)));
  const others = cast.groups.filter((group) => group !== left);
  const housed = cast.services.find((service) => service.cabinetMember !== undefined && service.juniors.length > 1);
  const service = housed ?? cast.services.find((one) => one.juniors.some((junior) => junior.posts.length > 0));
  const elsewhere = cast.services.find((one) => one !== service && one.head !== service.head);
  const [lower, upper] = service.juniors.map((junior) => junior.id).sort();
  // an order by the ids of those whose names are hidden would put the asker in another place
  const asker = left.backbenchers.find(({ id }) => lower < id && id < upper) ?? left.backbenchers[0];
  return {
    pack,
    group: left,
    service,
    elsewhere,
    acting: cast.deputised.find((one) => one.id !== service.id && one.id !== elsewhere.id),
    asker,
    locals: cast.members.filter((person) => person.ward?.id === asker.ward.id),
    mate: left.backbenchers.find((person) => person !== asker),
    gone: cast.members.find((person) => was(person, left)),
    stranger: others.at(-1).members.find((person) => person !== others.at(-1).leader),
    rival: others[0].members.find((person) => person !== others[0].leader && person !== service.cabinetMember),
    ungrouped: cast.ungrouped[0],
    leaders: cast.groups.map((group) => group.leader).filter(Boolean),
    head: service.head,
    junior: service.juniors[0],
    second: service.juniors[1],
    otherHead: elsewhere.head,
    otherJunior: elsewhere.juniors[0],
    top: cast.holder(pack === 'town' ? 'town-clerk' : 'chief-executive'),
    monitoring: cast.holder('monitoring-officer'),
    cabinetMember: service.cabinetMember,
    councilLeader: cast.holder('council-leader'),
    chair: cast.members.find((person) => person.tenures.some((tenure) => tenure.now && tenure.role === 'chair')),
    whip: cast.members.find((person) => person.tenures.some((tenure) => tenure.now && tenure.role === 'whip')),
    administration: cast.groups.filter((group) => group.administration).map((group) => group.leader),
    supporter: cast.groups.find((group) => group.administration).members.find((person) => person.posts.length === 0),
    officers: cast.officers,
  };
}

/** One of each role; everybody there is, where there is time. */
export function viewersOf(cast, parts, everybody) {
  if (everybody) return cast.people;
  return unique([
    parts.asker, parts.mate, parts.gone, parts.stranger, parts.rival, parts.ungrouped, ...parts.leaders, parts.cabinetMember,
    parts.councilLeader, parts.chair, parts.whip, parts.head, parts.junior, parts.second, parts.otherHead, parts.otherJunior,
    parts.top, parts.monitoring,
  ]);
}

// ---- the same in every world: it gives everybody something to see

export async function tellCommon(world, parts) {
  const { pack, service, elsewhere, stranger, ungrouped, otherHead, otherJunior, head, mate } = parts;
  const seen = [];
  const plain = await world.open('plain', stranger, 'enquiry', enquiry(pack, elsewhere, { subject: 'Open matter of the bandstand' }));
  await world.use('plain hand on', otherHead, plain, 'reassign', { to: otherJunior.id, note: 'A note on the bandstand' });
  await world.use('plain answer', otherJunior, plain, 'answer', answer(pack, { answer: 'The bandstand is mended on Monday.' }));
  seen.push(plain);
  const forOne = await world.open('for one', ungrouped, 'advice', advice(pack, service, { subject: 'An ordinary lease' }));
  await world.use('for one answer', head, forOne, 'answer', given(pack, { facts: 'The lease ends in May.' }));
  seen.push(forOne);
  const helped = await world.open('helped', mate, 'enquiry', enquiry(pack, service, {
    for: 'constituent', 'constituent-name': 'Mrs Ordinary', 'constituent-consent': true }));
  seen.push(helped);
  const waiting = await world.open('waiting', stranger, 'advice', advice(pack, elsewhere, { seeks: 'facts', subject: 'Facts wanted' }));
  seen.push(waiting); // its handler has a form with a record to copy from
  return seen;
}

// ---- secrets. no(world) and yes(world) are what happens; both resolve to the records that they made. words: none of
// them stands in anything but what the secret hides

function lateSecret({ pack, service, asker, head, top }) {
  const open = (world) =>
    world.open('late', asker, 'enquiry', enquiry(pack, service, { subject: 'Quagga fence', question: 'Who mends the quagga fence?' }));
  return {
    name: 'that a duty was missed, and who was told',
    words: ['quagga'],
    knows: [asker, head, top],
    before: true,
    async no(world) {
      const record = await open(world);
      await world.use('late answer', head, record, 'answer', answer(pack, { answer: 'We do.' }));
      if (pack === 'northampton')
        await world.use('late kept', head, record, 'keep-from-leadership', { exception: 'routine' });
      return [record];
    },
    async yes(world) {
      return [await open(world)];
    },
  };
}

function textSecrets({ pack, service, asker, head }) {
  const asked = (step, subject, question) => async (world) => [
    await world.open(step, asker, 'enquiry', enquiry(pack, service, { subject, question })),
  ];
  return [
    {
      name: 'what was asked, in as many letters',
      words: ['wombat', 'numbat'],
      knows: [asker, head],
      no: asked('letters', 'The wombat sheds', 'When is the wombat fed?'),
      yes: asked('letters', 'The numbat sheds', 'When is the numbat fed?'),
    },
    {
      name: 'what was asked, at another length',
      words: ['okapi', 'axolotl'],
      knows: [asker, head],
      no: asked('length', 'Okapi', 'Where?'),
      yes: asked('length', 'Axolotl tanks & <drains>', 'Axolotl tanks leak into the lane. '.repeat(60)),
    },
  ];
}

function moreSecrets({ pack, service, asker, head }) {
  const open = (world, step, subject) => world.open(step, asker, 'enquiry', enquiry(pack, service, { subject }));
  return [
    {
      name: 'that there are more records',
      words: ['pangolin'],
      knows: [asker, head],
      no: async () => [],
      async yes(world) {
        const made = [];
        for (const number of [1, 2, 3]) made.push(await open(world, `more ${number}`, `Pangolin house ${number}`));
        await world.use('more withdraw', asker, made[0], 'withdraw');
        await world.use('more answer', head, made[1], 'answer', answer(pack, { answer: 'The pangolin sleeps.' }));
        return made;
      },
    },
    {
      name: 'what was done on a record',
      words: ['tapir', 'kinkajou'],
      knows: [asker, head],
      no: async (world) => [await open(world, 'acts', 'Tapir walk')],
      async yes(world) {
        const record = await open(world, 'acts', 'Tapir walk');
        await world.use('acts ask', head, record, 'ask-back', { asked: 'Which kinkajou?' });
        await world.use('acts reply', asker, record, 'reply', { reply: 'The old kinkajou.' });
        await world.use('acts narrow', head, record, 'narrow', { proposal: 'Half a kinkajou.' });
        await world.use('acts decline', asker, record, 'decline');
        await world.use('acts explain', head, record, 'acknowledge', { explanation: 'Kinkajous take time.', expected: '2026-08-20' });
        await world.use('acts answer', head, record, 'answer', answer(pack, { answer: 'Kinkajous are gone.' }));
        await world.use('acts follow', asker, record, 'follow-up', { more: 'Where did the kinkajou go?' });
        await world.use('acts refuse', head, record, 'refuse', { reason: 'No more kinkajous.', 'other-way': 'none' });
        await world.use('acts close', asker, record, 'close');
        return [record];
      },
    },
  ];
}

function handlerSecrets({ pack, service, asker, head, junior, second, top }) {
  const told = pack === 'northampton' ? [] : [asker]; // there a Member is shown the service, not the junior's name
  const open = (world, step, subject) => world.open(step, asker, 'enquiry', enquiry(pack, service, { subject }));
  const noted = (note) => async (world) => {
    const record = await open(world, 'note', 'Noted matter');
    await world.use('note hand on', head, record, 'reassign', { to: junior.id, note });
    return [record];
  };
  return [
    {
      name: 'which Officer deals with it',
      words: ['caracal'],
      knows: [head, junior, second, ...told, pack === 'town' ? top : undefined],
      async no(world) {
        const record = await open(world, 'who deals', 'Handled matter');
        await world.use('who deals hand on', head, record, 'reassign', { to: junior.id, note: 'A caracal first' });
        await world.use('who deals does', junior, record, 'acknowledge', { explanation: 'Soon.', expected: '2026-08-20' });
        return [record];
      },
      async yes(world) {
        const record = await open(world, 'who deals', 'Handled matter');
        if (second !== undefined)
          await world.use('who deals hand on', head, record, 'reassign', { to: second.id, note: 'Another caracal' });
        await world.use('who deals does', second ?? head, record, 'acknowledge', { explanation: 'Soon.', expected: '2026-08-20' });
        return [record];
      },
    },
    {
      name: 'a note on how it is handled',
      words: ['gharial', 'dugong'],
      knows: [head, junior, pack === 'town' ? top : undefined],
      no: noted('See the gharial file'),
      yes: noted('See the dugong file, and what was said of it in the spring, by both of them'),
    },
  ];
}

function constituentSecret({ pack, service, asker, head, junior }) {
  const open = (name, contact) => async (world) => {
    const record = await world.open('constituent', asker, 'enquiry', enquiry(pack, service, {
      for: 'constituent', 'constituent-name': name, 'constituent-contact': contact, 'constituent-consent': true }));
    await world.use('constituent hand on', head, record, 'reassign', { to: junior.id });
    return [record];
  };
  return {
    name: 'who the constituent is, once the head has handed it on',
    words: ['Ocelotti', 'Margayson'],
    knows: [asker, junior],
    no: open('Mrs Ocelotti', '01632 960 001'),
    yes: open('Mr B. Margayson', 'b.margayson@mail.example, after six'),
  };
}

function groupSecrets({ pack, service, group, asker, mate, head, leaders }) {
  const tell = async (world, step, facts, words) => {
    const record = await world.open(step, mate, ...forGroup(pack, service, { subject: 'A group matter' }));
    const [power, fields] = sentToGroup(pack, facts, words);
    await world.use(`${step} answer`, head, record, power, fields);
    return [record];
  };
  return [
    {
      name: 'what a group was advised',
      words: ['serval', 'fossa'],
      knows: [...group.members, head],
      no: (world) => tell(world, 'group', 'The serval site has one owner.', 'Buy the serval site.'),
      async yes(world) {
        const made = await tell(world, 'group', 'The fossa site has 17 owners.', 'Leave the fossa site alone.');
        if (pack !== 'town')
          await world.use('group revise', head, made[0], 'revise', { advice: 'The fossa site is worth it now.', why: 'A fossa was seen.', ...attested });
        return made;
      },
    },
    {
      name: 'that a group was advised at all',
      words: ['aardwolf'],
      knows: [...group.members, head, ...(pack === 'town' ? leaders : [])],
      no: async () => [],
      yes: (world) => tell(world, 'group too', 'The aardwolf site is dry.', 'Sell the aardwolf site.'),
    },
    {
      name: 'what a Member of a group asked for alone',
      words: ['binturong'],
      knows: [asker, head],
      no: async () => [],
      async yes(world) {
        const record = await world.open('alone', asker, 'advice', advice(pack, service, { subject: 'The binturong question' }));
        await world.use('alone answer', head, record, 'answer', given(pack, { advice: 'No binturong.', facts: 'There is no binturong.' }));
        return [record];
      },
    },
  ];
}

function sourceSecret({ pack, service, ungrouped, rival, stranger, head }) {
  const FACTS = 'The wall is nine metres long.';
  const release = (which) => async (world) => {
    const sources = [];
    for (const [step, person] of [['source one', ungrouped], ['source two', rival]]) {
      const source = await world.open(step, person, 'advice', advice(pack, service, { subject: `The wall, ${step}` }));
      await world.use(`${step} answer`, head, source, 'answer', given(pack, { facts: FACTS }));
      sources.push(source);
    }
    const wanted = await world.open('wanted', stranger, ...forGroup(pack, service, { seeks: 'facts', subject: 'The wall' }));
    await world.use('wanted release', head, wanted, 'release', released(pack, { source: sources[which].ref }));
    return [...sources, wanted];
  };
  return { name: 'where released facts come from', words: [], knows: [head], no: release(0), yes: release(1) };
}

function tellingSecrets({ pack, service, asker, head, administration, cabinetMember, councilLeader }) {
  if (pack === 'town') return [];
  const leadership = pack === 'northampton' ? administration : [cabinetMember ?? councilLeader];
  const tell = (step, told, owed = false) => async (world) => {
    const record = await world.open(step, asker, 'enquiry', enquiry(pack, service, { subject: 'A told matter' }));
    if (pack === 'county') {
      const more = told === undefined ? {} : { meeting: 'likely', told };
      await world.use(`${step} answer`, head, record, 'answer', answer(pack, more));
      return [record];
    }
    await world.use(`${step} answer`, head, record, 'answer', answer(pack));
    if (owed) return [record];
    if (told === undefined) await world.use(`${step} tell`, head, record, 'keep-from-leadership', { exception: 'confidence' });
    else await world.use(`${step} tell`, head, record, 'tell-leadership', { told });
    return [record];
  };
  return [
    {
      name: 'what the leadership was told',
      words: ['quokka', 'potoroo'],
      knows: [head, ...leadership],
      no: tell('told', 'The quokka figures of last year.'),
      yes: tell('told', 'The potoroo figures of the last six years, by month and by street.'),
    },
    {
      name: 'that the leadership was told',
      words: ['bilby'],
      knows: [head, ...leadership],
      no: tell('told at all', undefined),
      yes: tell('told at all', 'The bilby figures.'),
    },
    ...(pack === 'county' ? [] : [
      {
        name: 'that the leadership is still to be told',
        words: [],
        knows: [head],
        no: tell('owed', undefined),
        yes: tell('owed', undefined, true),
      },
    ]),
  ];
}

function openAnswerSecret({ pack, service, asker, head }) {
  if (pack !== 'county') return [];
  const ask = (subject, question) => async (world) => {
    const record = await world.open('released', asker, 'enquiry', enquiry(pack, service, { subject, question }));
    await world.use('released answer', head, record, 'answer', answer(pack, { answer: 'Grit was spread on 41 nights.', foi: 'releasable' }));
    return [record];
  };
  return [
    {
      name: 'what was asked, when every Member may read the answer',
      words: ['jerboa', 'vicuna'],
      knows: [asker, head],
      no: ask('The jerboa in winter', 'How does the jerboa get home?'),
      yes: ask('Vicuna', 'Is there a vicuna on the road between the two villages, and who pays for it?'),
    },
  ];
}

function askerSecret({ pack, elsewhere, asker, rival, otherHead }) {
  const by = (person) => async (world) => [
    await world.open('who asked', person, 'enquiry', enquiry(pack, elsewhere, { subject: 'A matter of a cassowary' })),
  ];
  return { name: 'who asked', words: ['cassowary'], knows: [asker, rival, otherHead], no: by(asker), yes: by(rival) };
}

function nameSecret({ pack, acting, otherJunior, officers }) {
  if (pack !== 'northampton') return [];
  return [
    {
      name: 'what a junior Officer is called',
      words: ['Hoatzin'],
      knows: officers,
      unless: ['/sign-in'], // a demo lets anyone choose whom to be; a real council's page lists nobody
      no: async () => [],
      async yes(world) {
        for (const [i, junior] of [otherJunior, ...(acting?.juniors ?? [])].entries())
          await world.comity('person', 'set', junior.id, '--name', `${'ABC'[i % 3]}aron Hoatzin ${i}`);
        return [];
      },
    },
  ];
}

function complaintSecrets({ asker, rival, monitoring }) {
  const complain = (step, fields) => (world) =>
    world.open(step, undefined, 'complaint', { about: rival.id, complaint: 'They shouted.', ...fields });
  return [
    {
      name: 'what a stranger complained of, and about whom',
      words: ['tarsier', 'potto'],
      knows: [monitoring],
      no: async (world) => [await complain('complained', { subject: 'The tarsier speech' })(world)],
      async yes(world) {
        const record = await complain('complained', { about: asker.id, subject: 'Potto, at length',
          complaint: 'The potto was called names. '.repeat(40), name: 'Mrs Potto' })(world);
        await world.use('complained investigate', monitoring, record, 'investigate', { scope: 'The potto.' });
        await world.use('complained view', monitoring, record, 'seek-view', { findings: 'Potto.', independent: 'R. Potto' });
        return [record];
      },
    },
    {
      name: 'that a stranger complained at all',
      words: ['galago'],
      knows: [monitoring],
      no: async () => [],
      yes: async (world) => [await complain('complained too', { subject: 'The galago letter' })(world)],
    },
  ];
}

function readingSecret({ pack, asker, top }) {
  return {
    name: 'who read what',
    words: [],
    knows: pack === 'town' ? [top] : [], // who looks into a leak is shown who read the record
    no: async () => [],
    async yes(world) {
      const list = await world.api(asker, 'GET', '/records');
      for (const { ref } of list.records) await world.api(asker, 'GET', `/records/${ref}`);
      return [];
    },
  };
}

function hiddenOpenerSecret({ pack, elsewhere, asker, rival }) {
  if (pack !== 'county') return [];
  const by = (person) => async (world) => [
    await world.open('hidden opener', person, 'foi', { service: elsewhere.id, subject: 'The ibis', question: 'How many ibises?' }),
  ];
  return [{ name: 'who made a Freedom of Information request', words: ['ibises'], knows: [asker, rival], no: by(asker), yes: by(rival) }];
}

/** Every Member reads what was answered, and the two alone what was asked: what is said of that part is theirs too. */
function markSecret({ pack, service, asker, head }) {
  if (pack !== 'county') return [];
  const released = async (world) => {
    const record = await world.open('marked', asker, 'enquiry', enquiry(pack, service, { subject: 'The marked matter' }));
    await world.use('marked answer', head, record, 'answer', answer(pack, { answer: 'Salt was bought in June.', foi: 'releasable' }));
    return record;
  };
  return [
    {
      name: 'that it was asked whether a part is confidential, and what was answered',
      words: ['hoatzin'],
      knows: [asker, head],
      no: async (world) => [await released(world)],
      async yes(world) {
        const record = await released(world);
        const asked = await world.open('asked of it', asker, 'confidentiality', {
          record: record.ref, which: 'question', subject: 'The hoatzin', question: 'To tell the hoatzin club.' });
        await world.use('said of it', head, asked, 'answer', { mark: 'confidential', why: 'It names a hoatzin.' });
        return [record, asked];
      },
    },
  ];
}

/** Everybody sees both decisions; which of them an instruction names stands on none of their pages. */
function linkSecret({ pack, service, asker, head, top, monitoring }) {
  if (pack === 'county') return [];
  const registrar = pack === 'town' ? top : monitoring;
  const naming = (which) => async (world) => {
    const [body] = (await world.api(registrar, 'GET', '/bodies')).bodies;
    const decided = { body: body.id, resolved: '2026-06-30', resolution: 'RESOLVED' };
    const decisions = [];
    for (const number of [1, 2])
      decisions.push(await world.open(`decided ${number}`, registrar, 'decision', { ...decided, subject: `Resolution ${number}` }));
    const instruction = await world.open('instructed', asker, 'instruction', {
      service: service.id, 'rests-on': 'register', authority: decisions[which].ref, subject: 'The drongo', instruction: 'Feed the drongo.' });
    return [...decisions, instruction];
  };
  return [{ name: 'which decision an instruction names', words: ['drongo'], knows: [asker, head], no: naming(0), yes: naming(1) }];
}

/** Who is named may read it; and what the report says of them is for whoever called them alone. */
function namedSecrets({ pack, asker, mate, rival, otherHead, monitoring }) {
  if (pack !== 'northampton') return [];
  const draft = (readers) => async (world) => [
    await world.open('drafted', monitoring, 'draft', {
      readers: readers.map((person) => person.id), until: '2026-09-30', subject: 'The saola draft', draft: 'Saolas are new in it.' }),
  ];
  const call = (step, people) => (world) =>
    world.open(step, monitoring, 'training-call', { people: people.map((person) => person.id), until: '2026-09-30', subject: 'The kagu version' });
  const reported = (completed) => async (world) => {
    const record = await call('called', [mate, otherHead])(world);
    await world.use('called report', monitoring, record, 'report', { completed });
    return [record];
  };
  return [
    {
      name: 'who may comment on a draft',
      words: ['saola'],
      knows: [monitoring, asker, rival, otherHead],
      no: draft([asker, otherHead]),
      yes: draft([rival, otherHead]),
    },
    {
      name: 'who was called to the training',
      words: [],
      knows: [monitoring, asker, rival],
      no: async (world) => [await call('called too', [asker])(world)],
      yes: async (world) => [await call('called too', [asker, rival])(world)],
    },
    {
      name: 'who has not completed the training',
      words: ['guanaco', 'muntjac'],
      knows: [monitoring],
      no: reported('All of them have, the guanaco too.'),
      yes: reported('The muntjac has not, and was reminded of it twice. '.repeat(20)),
    },
  ];
}

/** What the Administration asked goes to the leaders of other groups once it consents, and to nobody else. */
function consentSecret({ pack, service, supporter, head, leaders }) {
  if (pack !== 'northampton') return [];
  const asked = async (world) => {
    const record = await world.open('consented', supporter, 'enquiry', enquiry(pack, service, { subject: 'The pudu' }));
    await world.use('consented answer', head, record, 'answer', answer(pack, { answer: 'The pudu is well.' }));
    return record;
  };
  return [
    {
      name: 'that the Administration consented that others know what it asked',
      words: ['pudu'],
      knows: [supporter, head, ...leaders],
      no: async (world) => [await asked(world)],
      async yes(world) {
        const record = await asked(world);
        await world.use('consented consent', supporter, record, 'consent', { consent: 'The pudu is everybody’s.' });
        return [record];
      },
    },
  ];
}

/** Officers who were at a group's meeting read its notes: other Officers do not, nor other groups. */
function presentSecret({ pack, group, mate, otherHead, top }) {
  if (pack !== 'northampton') return [];
  const attended = (more) => async (world) => {
    const record = await world.open('attended', mate, 'group-meeting', {
      arranged: 'one', meeting: '2026-08-12T18:30', purpose: 'council', attending: [mate.id, top.id], outsiders: 'nobody',
      subject: 'The takin', matter: 'What a takin costs.' });
    await world.use('attended agree', top, record, 'agree');
    await world.use('attended record', top, record, 'record', {
      left: 'left', 'left-at': '19:40', advised: true, kept: true, 'no-action': true, notes: 'No takin.', ...more });
    return [record];
  };
  return [
    {
      name: 'which Officers were at a group’s meeting, and what it concluded',
      words: ['takin', 'markhor'],
      knows: [...group.members, top, otherHead],
      no: attended({}),
      yes: attended({ present: [otherHead.id], conclusion: 'Buy a markhor.', notes: 'A markhor costs less than a takin. '.repeat(30) }),
    },
  ];
}

/** The head who hands on what the one opened is not offered the other: that is what the declaration is for. */
function closeSecret({ pack, asker, otherJunior, otherHead, top, monitoring }) {
  const told = pack === 'town' ? [top] : [top, monitoring];
  return {
    name: 'that two people are close',
    words: ['hoopoe'],
    knows: [otherJunior, otherHead, ...told],
    no: async () => [],
    yes: async (world) => [
      await world.open('close', otherJunior, 'declaration', {
        ...(pack === 'county' ? { what: 'relationship' } : {}), person: asker.id, about: 'We share a hoopoe.' }),
    ],
  };
}

/** What is published stands at /public for whoever has no account, too: not before, and without what was said of it. */
function publishedSecrets({ pack, service, asker, locals, head }) {
  if (pack !== 'county') return [];
  const knows = [...locals, head];
  const propose = (world, step, subject) =>
    world.open(step, head, 'proposal', { what: 'proposal', divisions: asker.ward.id, service: service.id, subject, proposal: 'By the mill.' });
  const commented = (view) => async (world) => {
    const record = await propose(world, 'commented', 'A bridge');
    if (view !== undefined) await world.use('commented view', asker, record, 'comment', { view });
    await world.use('commented publish', head, record, 'publish');
    return [record];
  };
  return [
    {
      name: 'what is still to be published',
      words: ['takahe'],
      knows,
      no: async () => [],
      yes: async (world) => [await propose(world, 'unpublished', 'The takahe bridge')],
    },
    {
      name: 'that somebody had a view of what was published',
      words: ['kakapo'],
      knows,
      no: commented(undefined),
      yes: commented('The kakapo comes first.'),
    },
  ];
}

export function secretsOf(parts) {
  return [
    lateSecret(parts),
    ...textSecrets(parts),
    ...moreSecrets(parts),
    ...handlerSecrets(parts),
    constituentSecret(parts),
    ...groupSecrets(parts),
    sourceSecret(parts),
    ...tellingSecrets(parts),
    ...openAnswerSecret(parts),
    ...markSecret(parts),
    ...namedSecrets(parts),
    ...consentSecret(parts),
    ...presentSecret(parts),
    askerSecret(parts),
    ...hiddenOpenerSecret(parts),
    ...linkSecret(parts),
    closeSecret(parts),
    ...nameSecret(parts),
    ...complaintSecrets(parts),
    ...publishedSecrets(parts),
    readingSecret(parts),
  ].map((secret) => ({ ...secret, knows: unique(secret.knows) }));
}

/** Lives a world: the secrets in `kept` happen the other way. Resolves to what can be asked about. */
export async function live(world, parts, secrets, kept) {
  const records = [];
  const tell = async (secret) => records.push(...(await (kept.includes(secret) ? secret.yes : secret.no)(world)));
  for (const secret of secrets.filter((one) => one.before)) await tell(secret);
  await world.clock(AFTERWARDS);
  const seen = await tellCommon(world, parts);
  for (const secret of secrets.filter((one) => !one.before)) await tell(secret);
  await world.clock(JOINED.at);
  if (parts.acting !== undefined) await world.comity('person', 'deactivate', parts.acting.head.id); // their deputy acts
  await world.comity('person', 'set', parts.gone.id, '--group', parts.group.id, '--from', JOINED.day);
  return { records, seen };
}
