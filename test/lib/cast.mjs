// Who is who in a council, by what they hold, read as any Officer can read it.

const holdsNow = (person, role) => person.tenures.some((tenure) => tenure.now && tenure.role === role);
const headsNow = (person, role, organization) =>
  person.tenures.some((tenure) => tenure.now && tenure.role === role && tenure.organization?.id === organization.id);

async function readAll(visitor, kind) {
  const units = (await visitor.expect(200, 'GET', `/api/v1/${kind}`))[kind];
  return Promise.all(units.map((unit) => visitor.expect(200, 'GET', `/api/v1/${kind}/${unit.id}`)));
}

/** What a council says of itself, from which castOf makes its cast. */
export async function readDirectory(council) {
  const listed = JSON.parse(await council.comity('person', 'list', '--json'));
  await council.giveTokens(listed);
  const eye = await council.as(listed.find((person) => person.kind === 'officer'));
  const people = await Promise.all(listed.map(({ id }) => eye.expect(200, 'GET', `/api/v1/people/${id}`)));
  return { listed, people, groups: await readAll(eye, 'groups'), services: await readAll(eye, 'services') };
}

export function castOf(directory) {
  const { listed, people } = directory;
  const members = people.filter((person) => person.kind === 'member');
  const officers = people.filter((person) => person.kind === 'officer');
  const seniors = new Set(officers.filter((person) => person.tenures.some((tenure) => tenure.now && tenure.role)));

  const groups = directory.groups.map((group) => {
    const inside = members.filter((person) => person.group?.id === group.id);
    const leader = inside.find((person) => person.id === group.head?.id);
    return {
      ...group,
      administration: listed.some((person) => person.group === group.id && person.administration),
      members: inside,
      leader,
      backbenchers: inside.filter((person) => person.posts.length === 0),
    };
  });
  const services = directory.services.map((service) => ({
    ...service,
    head: officers.find((person) => headsNow(person, 'head', service)),
    juniors: officers.filter((person) => person.service?.id === service.id && !seniors.has(person)),
    cabinetMember: members.find((person) => headsNow(person, 'cabinet-member', service)),
  }));
  return {
    people,
    members,
    officers,
    groups,
    /** Services with a head and somebody to hand things on to. */
    services: services.filter((service) => service.head !== undefined && service.juniors.length > 0),
    ungrouped: members.filter((person) => person.group === null),
    holder: (role) => people.find((person) => holdsNow(person, role)),
  };
}

export const readCast = async (council) => castOf(await readDirectory(council));
