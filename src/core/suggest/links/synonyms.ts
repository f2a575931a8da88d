import { foldWord } from '../vocabulary';
import { stem } from '../stem';

/** Words that stand for one another in news; a word may be in several groups. One group a line. */
const GROUPS = `
ban banned bar prohibit forbid outlaw illegal unlawful block blocked restrict restriction halt
allow permit let legal legalize legalise approve authorize enable lift
resign quit step depart leave exit departure ouster oust vacate
fire fired dismiss dismissal sack oust remove removal terminate
hire appoint name nominate choose pick select tap selection nominee
cancel scrap nix call scuttle abandon drop withdraw shelve
postpone delay defer hold pause suspend suspension freeze
sue lawsuit suit litigation court legal challenge complaint plaintiff
arrest detain custody jail imprison prison capture apprehend handcuff incarcerate
charge indict indictment accuse prosecute prosecution prosecutor charges counts
accuse allege allegation accusation claim charge blame fault
deny reject refute dispute dismiss denial rebut disavow
refuse decline reject rebuff refusal unwilling
kill die dead death slay slain murder fatal homicide deadly killing victim
shoot gun gunfire shooting firearm weapon shot gunman shooter rifle
attack assault strike raid bomb bombing offensive
wound injure injury hurt harm
storm hurricane cyclone tornado tempest
quake earthquake tremor
fire blaze flame burn
crash collide collision wreck accident
protest demonstrate demonstration rally march protester demonstrator riot unrest
criticize criticism critic slam blast condemn denounce rebuke attack bash decry deride assail rip
praise applaud commend laud hail salute
apologize apology sorry regret remorse
endorse endorsement back support backing
support back favor advocate supporter backer ally
oppose opposition opponent against object resist foe
win victory triumph defeat beat victor
lose loss defeat defeated
vote ballot poll election elect referendum
campaign race bid run candidacy contest candidate
candidate nominee contender hopeful rival
president presidency presidential administration
congress congressional lawmaker legislator legislature representative house senate capitol member
senate senator chamber
lawmaker legislator politician senator congressman congresswoman representative
law legislation bill measure statute act proposal
rule regulation policy guideline regulatory
government administration federal state washington
judge court justice ruling bench judicial
rule ruling decide decision verdict judgment
decision decide determine conclude resolve
court tribunal justices supreme
police officer cop law enforcement sheriff authorities deputy trooper
official authority officer aide
aide adviser advisor staff staffer assistant
boss chief head leader director chairman chairwoman chair ceo executive
spokesman spokeswoman spokesperson representative
leader chief head leadership
lawyer attorney counsel
doctor physician medic
money fund cash dollar finance funding fundraise
fund funding finance pay money spend
spend spending expenditure budget cost
cut reduce reduction slash trim lower decrease decline shrink
raise increase hike rise boost grow expand growth
rise climb jump surge soar increase spike
fall drop decline plunge tumble slump sink
buy purchase acquire acquisition
sell sale
company firm business corporation corporate enterprise
job work employment employ employee worker
worker employee staff labor
tax levy taxation taxpayer
healthcare health obamacare care insurance medical
insurance coverage insurer
school student education teacher campus
student pupil
university college campus
kid child children youngster boy girl daughter son
woman women female lady girl
man men male guy
gay lesbian homosexual homosexuality lgbt same sex
marriage marry wed wedding married
black african
immigrant migrant undocumented immigration alien refugee
deport deportation expel
border wall frontier fence
terror terrorism terrorist extremist militant jihadist isis jihad
military army troop soldier force forces armed
war conflict fighting battle combat
fight battle combat struggle
peace truce ceasefire
talk negotiate negotiation discuss discussion meeting conversation
meet meeting summit encounter sit
deal agreement accord pact compromise agree settlement
nuclear atomic
missile rocket weapon
email e-mail mail message correspondence
message tweet post text statement
tweet twitter post social online
facebook post online social
letter note memo wrote
report article story account
newspaper paper post times press outlet
reporter journalist press media news
media press outlet news
interview told sit
speech address remarks speak talk
remark comment statement word
say tell state declare announce note add
announce announcement declare unveil reveal
reveal disclose release publish unveil expose
release publish issue unveil
show demonstrate indicate prove
warn caution alert warning
threaten threat vow
vow pledge promise swear commit
promise pledge commitment
urge call ask press implore demand request encourage push appeal
demand call insist request
ask request seek query question
seek want pursue look
want wish desire seek hope
hope optimistic expect
plan intend intention propose proposal aim
propose suggest proposal offer
suggest hint imply indicate
expect anticipate likely predict forecast
believe think opinion view feel
fear worry concern afraid anxious alarm
anger angry furious outrage irate fury fume
help aid assist assistance
begin start launch open initiate kick
launch start unveil introduce
end stop finish conclude close halt
stop halt prevent block end
continue keep remain persist
stay remain keep
change alter shift modify revise rewrite amend reform
reform overhaul change
reverse overturn undo repeal rescind revoke override
repeal abolish scrap overturn eliminate
eliminate abolish end remove erase
delete erase wipe remove
create establish form make build
build construct construction
destroy demolish ruin wreck
protect safeguard defend protection shield preserve
protect secure security safety safe
defend defense justify
investigate investigation probe inquiry examine look
search hunt seek
find discover uncover learn
learn discover know
evidence proof
proof prove evidence
lie false untrue mislead falsehood
false untrue baseless unfounded wrong
true truth accurate
fake false phony
hide conceal cover secret
secret private confidential classified hidden
private personal
public open
big large huge massive major enormous
small little tiny minor
rich wealthy millionaire billionaire
poor poverty
old elderly senior
new fresh latest recent
late dead former
former ex previous
early previous prior
several many numerous multiple various dozens
most majority
half 50
all every entire whole each
unanimous all every
nearly almost about approximately roughly around
almost nearly
country nation national american
nation nationwide country
world global international
foreign international overseas abroad
local municipal
city town municipal
home house residence
restaurant diner eatery chain
car vehicle automobile truck
plane aircraft jet airplane flight
trip travel visit tour journey
visit travel trip
travel go fly
return come back
arrive come reach
leave depart go
send deliver sent
get receive obtain
give provide offer grant
take seize grab
use utilize employ
try attempt seek effort bid
effort attempt push bid
fail failure unable
succeed success successful
failure fail collapse
problem issue trouble
issue matter problem question topic
crisis emergency disaster
risk danger threat hazard
dangerous risky unsafe
important crucial vital key critical
necessary need must require
require mandate need must
force compel make
right freedom liberty
freedom liberty free
religion religious faith church
christian church
pope vatican catholic pontiff
muslim islam islamic
jewish israel jew
racist racism race bigot bigotry prejudice
discriminate discrimination deny refuse bias
equal equality
hate hatred
love affection
sex sexual
rape assault sexual
affair relationship
harass harassment abuse misconduct
abuse misconduct mistreat
photo picture image photograph
video footage tape clip film recording
tv television broadcast network
show program series
movie film
actor star celebrity
book memoir author
write author pen
music song singer
game match
money donation donate contribute contribution gift
donor contributor donate
gop republican conservative
democrat liberal left
conservative right
liberal progressive
party caucus
primary caucus
convention delegate nomination
debate argue argument discussion
argue contend maintain assert claim
agree consent accept
disagree differ dispute
admit acknowledge concede confess
acknowledge recognize admit
explain clarify describe
clarify explain clear
describe call depict portray
call describe dub label term
name title call
insult mock ridicule vulgar
joke humor funny
expletive vulgar profanity curse obscene
shutdown close shut
reopen open
debt deficit borrow
economy economic
trade tariff commerce
climate warming environment
oil petroleum energy
drug narcotic opioid
marijuana cannabis pot
abortion abort pro-life
gun firearm weapon
budget spending appropriation
filibuster block cloture
veto reject
pass approve enact adopt passage
sign signature enact
executive order action
supreme justices
constitution constitutional
impeach impeachment remove
russia kremlin moscow putin
ukraine kyiv
britain london uk english
china beijing
iran tehran
korea pyongyang seoul
germany berlin
france paris
israel netanyahu jerusalem
syria assad damascus
clinton hillary
sanders bernie
week days
month weeks
year annual yearly
today day
night evening
morning early
weekend saturday sunday
tragedy tragic massacre
hostage kidnap abduct captive
escape flee
rescue save
trial court jury
guilty convict conviction
innocent acquit
sentence prison jail
testify testimony hearing
hearing testify committee panel
panel committee commission
committee panel
task commission panel group
group organization coalition
union labor
poll survey
popularity approval favorability popular
percent proportion share
million millions
lead ahead top
join together
unite together unity
share common
same identical
different differ
difference differ
blame responsible fault
responsible liable
duty obligation
honor award tribute
prize award
celebrate commemorate mark
anniversary commemorate
funeral memorial
pray prayer
family relative parent
father dad
mother mom mama momma
wife spouse husband
friend ally
enemy foe adversary
partner ally
citizen american people
people public
crowd audience
fan supporter
customer client shopper
food meal eat
water flood
snow winter blizzard
heat hot
disease illness sick virus
hospital medical
drunk alcohol
dress outfit clothes
flag banner
statue monument
land territory
island isle
sea ocean maritime
ship boat vessel
train rail
road highway
bridge lane
airport flight
hotel resort
farm agriculture
animal wildlife
dog pet
`;

let known: ReadonlyMap<string, ReadonlySet<number>> | undefined;

/** Of each stem in the table: the groups it is in. */
export function groupsOf(stemmed: string): ReadonlySet<number> | undefined {
  known ??= read();
  return known.get(stemmed);
}

function read(): ReadonlyMap<string, ReadonlySet<number>> {
  const groups = new Map<string, Set<number>>();
  GROUPS.trim()
    .split('\n')
    .forEach((line, group) => {
      for (const word of line.split(' ')) {
        const key = stem(foldWord(word));
        const list = groups.get(key);
        if (list) list.add(group);
        else groups.set(key, new Set([group]));
      }
    });
  return groups;
}
