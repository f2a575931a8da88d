/** Spellings of names and everyday words that mean the same, each with the one form they are compared in. */
export const VARIANTS: ReadonlyMap<string, string> = new Map(
  (
    'kyiv:kiev,kyjiw kharkiv:kharkov odesa:odessa lviv:lvov,lwow dnipro:dnepr chernobyl:chornobyl mykolaiv:nikolaev ' +
    'zaporizhzhia:zaporozhye,zaporizhia donbas:donbass volodymyr:vladimir zelensky:zelenskyy,zelenskiy,zelenski ' +
    'alexander:aleksandr,oleksandr beijing:peking mumbai:bombay kolkata:calcutta chennai:madras myanmar:burma ' +
    'yangon:rangoon qaeda:qaida,qaedah isis:isil,daesh gaddafi:qaddafi,gadhafi,kadafi,qadhafi muhammad:mohammed,mohammad,' +
    'muhammed koran:quran,qur hezbollah:hizbollah,hizbullah,hezballah houthi:huthi,houthis hussein:husein,hussain ' +
    'mecca:makkah turkey:turkiye ukraine:ukrainian,ukrainians russia:russian,russians america:american,americans ' +
    'israel:israeli,israelis palestine:palestinian,palestinians syria:syrian,syrians iran:iranian,iranians iraq:iraqi,' +
    'iraqis china:chinese france:french britain:british,uk germany:german,germans turkey:turkish canada:canadian,' +
    'canadians japan:japanese mexico:mexican,mexicans egypt:egyptian,egyptians libya:libyan,libyans yemen:yemeni,yemenis ' +
    'republican:gop,republicans democrat:democratic,democrats percent:pct general:gen senator:sen ' +
    'representative:rep governor:gov president:pres lieutenant:lt sergeant:sgt colonel:col doctor:dr ' +
    'gray:grey color:colour center:centre defense:defence labor:labour program:programme organization:organisation ' +
    'one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 ' +
    'january:jan february:feb august:aug september:sept,sep october:oct november:nov december:dec'
  )
    .split(' ')
    .flatMap((entry) => {
      const [word = '', forms = ''] = entry.split(':');
      return forms.split(',').map((form): [string, string] => [form, word]);
    }),
);
