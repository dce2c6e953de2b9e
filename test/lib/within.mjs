// A council with its people at hand, for the tests of one protocol: `at.member`, `at.head` and so on are signed in.
import { after, before, describe } from 'node:test';
import { young } from './council.mjs';

const holds = (role) => (person) => person.tenures.some((tenure) => tenure.now && tenure.role === role);

/** Who is who; of a post that the council does not have, nobody. */
function peopleOf(cast, service, other) {
  const group = cast.groups.find((one) => !one.administration && one.backbenchers.length > 0);
  const administration = cast.groups.find((one) => one.administration && one.backbenchers.length > 0);
  return {
    member: group.backbenchers[0], // of a group outside the Administration
    colleague: group.members.find((person) => person.id !== group.backbenchers[0].id && person.id !== group.leader.id),
    leader: group.leader,
    whip: group.members.find(holds('whip')),
    supporter: administration.backbenchers[0],
    loner: cast.ungrouped[0],
    cabinet: service.cabinetMember,
    head: service.head,
    junior: service.juniors[0],
    otherHead: other.head, // of another service
    otherJunior: other.juniors[0],
    chief: cast.holder('chief-executive') ?? cast.holder('town-clerk'),
    monitor: cast.holder('monitoring-officer'),
    press: cast.holder('communications'),
  };
}

export function within(pack, tests) {
  const at = { pack };
  describe(pack, () => {
    before(async () => {
      at.council = await young({ pack });
      at.cast = at.council.cast;
      at.service = at.cast.services.find((one) => one.cabinetMember !== undefined) ?? at.cast.services[0];
      at.other = at.cast.services.find((one) => one !== at.service && one.juniors.length > 0);
      for (const [name, person] of Object.entries(peopleOf(at.cast, at.service, at.other)))
        if (person !== undefined) at[name] = await at.council.as(person);
    });
    after(() => at.council?.stop());
    tests(at);
  });
}
