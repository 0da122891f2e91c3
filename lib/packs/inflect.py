"""Inflected forms of an English word, for phrases that write `word~`.

Verb and noun endings alike: a form that does not exist costs nothing, one that is missing costs a finding.
"""

IRREGULAR = """
be am is are was were been being
have has had having
do does did done doing
go goes went gone going
come comes came coming
get gets got gotten getting
make makes made making
take takes took taken taking
give gives gave given giving
tell tells told telling
hear hears heard hearing
say says said saying
know knows knew known knowing
think thinks thought thinking thoughts
see sees saw seen seeing
find finds found finding
leave leaves left leaving
feel feels felt feeling feelings
bring brings brought bringing
hold holds held holding
keep keeps kept keeping
send sends sent sending
meet meets met meeting meetings
sit sits sat sitting
speak speaks spoke spoken speaking
write writes wrote written writing
choose chooses chose chosen choosing
pick picks picked picking
let lets letting
put puts putting
run runs ran running
show shows showed shown showing
stand stands stood standing
understand understands understood understanding
win wins won winning
lose loses lost losing
pay pays paid paying
sell sells sold selling
buy buys bought buying
build builds built building
teach teaches taught teaching
lead leads led leading
grow grows grew grown growing
rise rises rose risen rising
drive drives drove driven driving
begin begins began begun beginning
become becomes became becoming
forget forgets forgot forgotten forgetting
forgive forgives forgave forgiven forgiving
wake wakes woke woken waking
hang hangs hung hanging
fall falls fell fallen falling
spend spends spent spending
mean means meant meaning
beat beats beaten beating
steal steals stole stolen stealing
draw draws drew drawn drawing
deal deals dealt dealing
learn learns learned learnt learning
wear wears wore worn wearing
break breaks broke broken breaking
swear swears swore sworn swearing
beg begs begged begging
plan plans planned planning
stop stops stopped stopping
chat chats chatted chatting
cut cuts cutting
set sets setting
shut shuts shutting
hit hits hitting
beset
drop drops dropped dropping
refer refers referred referring
prefer prefers preferred preferring
commit commits committed committing
admit admits admitted admitting
occur occurs occurred occurring
regret regrets regretted regretting
tour tours toured touring
visit visits visited visiting
offer offers offered offering
answer answers answered answering
consider considers considered considering
deliver delivers delivered delivering
remember remembers remembered remembering
bother bothers bothered bothering
trouble troubles troubled troubling
travel travels traveled travelled traveling travelling
label labels labeled labelled labeling labelling
cancel cancels canceled cancelled canceling cancelling
total totals totaled totalled totaling totalling
man men
woman women
person persons people
child children
wife wives
life lives
half halves
staff staffs staffed staffing
company companies
read reads reading
lie lies lied lying
die dies died dying
tie ties tied tying
""".split('\n')

_TABLE = {line.split()[0]: line.split() for line in IRREGULAR if line.strip()}
VOWELS = 'aeiou'


def _doubles(word):
    """`stop` -> `stopp`: one syllable that ends in consonant, vowel, consonant."""
    vowel_groups = sum(1 for i, c in enumerate(word) if c in VOWELS and (i == 0 or word[i - 1] not in VOWELS))
    return (len(word) > 2 and vowel_groups == 1 and word[-1] not in VOWELS + 'wxy' and word[-2] in VOWELS
            and word[-3] not in VOWELS)


def forms(word):
    """All forms of `word`, itself first."""
    if word in _TABLE:
        return list(dict.fromkeys(_TABLE[word]))
    if word.endswith('e'):
        made = [word + 's', word + 'd', word[:-1] + 'ing']
    elif word.endswith('y') and len(word) > 1 and word[-2] not in VOWELS:
        made = [word[:-1] + 'ies', word[:-1] + 'ied', word + 'ing']
    elif word.endswith(('s', 'x', 'z', 'ch', 'sh')):
        made = [word + 'es', word + 'ed', word + 'ing']
    elif _doubles(word):
        made = [word + 's', word + word[-1] + 'ed', word + word[-1] + 'ing']
    else:
        made = [word + 's', word + 'ed', word + 'ing']
    return [word, *made]
