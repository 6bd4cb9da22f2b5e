/** Words that say nothing by themselves: the articles, pronouns, prepositions, conjunctions and auxiliaries of a language. */

const lists: Readonly<Record<string, string>> = {
  en: `a about above according across actually after afterwards again against all almost along already also although always am among
    an and another any anyone anything are around as at away back be became because become becomes been before behind being below
    between both but by can cannot could did do does doing done down during each either else enough especially etc even ever every few first
    for from further furthermore get give given gives go had has have having he hence her here hers him himself his how however i if in
    indeed instead into is it its itself just last later latter least less let like likely made mainly make makes many may me might mine more
    moreover most mostly much must my myself need neither never nevertheless new next no nor not nothing now of off often on once
    one only onto or other others otherwise our ours out over own per perhaps please possible put rather really same see seem seems
    several shall she should since so some something sometimes still such take than that the their theirs them themselves then there
    thereby therefore these they thing things this those though through throughout thus to together too toward towards two under until unless up
    upon us use used using usually various very via was way we well were what whatever when where whereas whether which while who
    whole whom whose why will with within without would yet you your yours`,
  de: `aber alle allein allem allen aller alles als also am an ander andere anderem anderen anderer anderes anders auch auf aus ausser außer bald
    bei beide beiden beim bereits bevor bin bis bisher bist bzw da dabei dadurch dafür dagegen daher damals damit danach daneben dann daran
    darauf daraus darf darin darüber darum darunter das dass davon davor dazu dein deine dem den denen denn dennoch der deren des deshalb
    dessen die dies diese dieselbe diesem diesen dieser dieses doch dort du durch dürfen ebenfalls ebenso eher eigentlich ein eine einem einen
    einer eines einige einigen einiger einiges einmal entweder er es etwa etwas euch euer falls fast für ganz gar gegen genau gerade gibt
    habe haben hat hatte hatten hier hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in indem insbesondere ins ist ja je jede
    jedem jeden jeder jedes jedoch jene jenem jenen jener jetzt kann kein keine keinem keinen keiner können könnte könnten lassen man manche
    manchmal mehr mein meine meist mit möglich muss müssen nach nachdem neben nein nicht nichts noch nun nur ob oben obwohl oder oft ohne
    sehr seien sein seine seinem seinen seiner seines seit seitdem selbst sich sie sind so sobald sogar solche solchen solcher soll sollen
    sollte sollten somit sondern sonst soweit sowie sowohl statt trotz über um und uns unser unsere unter usw viel viele vielen vom von vor vorher
    wann war waren warum was weder wegen weil weitere weiteren weiterhin welche welchem welchen welcher welches wenig wenn wer werde werden wie wieder
    will wir wird wo wobei wodurch wollen worden wurde wurden würde würden zu zum zur zwar zwischen`,
  fr: `à afin ai ainsi alors après as au aucun aucune aujourd'hui auquel aussi autant autre autres aux auxquelles auxquels avaient avait avant
    avec avoir beaucoup bien c car ce ceci cela celle celles celui cependant certain certaine certaines certains ces cet cette ceux chaque chez
    ci comme comment contre d dans de déjà depuis des dès deux devant doit doivent donc dont du durant elle elles en encore enfin entre environ est et étaient
    était étant été être eu eux fait faire faut font grâce hors ici il ils j je jusqu'à jusque l la là laquelle le lequel les lesquelles lesquels leur leurs
    lors lorsque lui m ma mais malgré me même mêmes mes moi moins mon n ne ni non nos notamment notre nous on ont ou où par parce parfois parmi
    pas pendant peu peut peuvent plus plusieurs plutôt pour pourquoi pourrait pouvait près puis puisque qu quand que quel quelle quelles quelque quelques
    quels qui quoi s sa sans sauf se selon sera seront ses seulement si sinon soit son sont sous souvent sur t ta tandis tant te tel telle telles tels ton
    toujours tous tout toute toutefois toutes très trop tu un une vers via voici voilà vos votre vous y`,
  es: `a acá además al algo algún alguna algunas alguno algunos allí ambos ante antes aquel aquella aquellas aquellos aquí así aún aunque
    bajo bastante bien cada casi como cómo con conforme contra cual cuál cuales cualquier cuando cuándo cuanto cuya cuyas cuyo cuyos de debe deben del
    dentro desde después donde dónde dos durante e el él ella ellas ello ellos embargo en entonces entre era eran es esa esas ese eso esos está
    están estar estas este esto éste estos fin fue fueron fuera ha había habían haber hace hacer hacia han hasta hay incluso la las le les lo los luego
    más me mediante menos mi mientras mis misma mismas mismo mismos mucha muchas mucho muchos muy nada ni ningún ninguna no nos nosotros nuestra nuestro
    nunca o os otra otras otro otros para pero poco podrá podría por porque pueda puede pueden pues que qué quien quién quienes sea sean según ser será si
    sí sido siempre sin sino sobre solamente solo sólo son su sus tal tales también tampoco tan tanto te tiene tienen toda todas todavía todo todos tras
    tu tus u un una unas uno unos usted ustedes vez y ya yo`,
  it: `a ad agli ai al alcun alcuna alcune alcuni alcuno alla alle allo allora altra altre altri altro anche ancora anzi assai attraverso avanti avere
    aveva avevano c che chi ci ciascun ciascuna ciascuno ciò cioè circa co come con contro così cui da dagli dai dal dalla dalle dallo davanti degli
    dei del dell della delle dello dentro deve devono di dietro diversi dopo dove due dunque durante e è ecco ed essa esse essendo essere essi esso
    fa fare fatto fino fra fu furono già gli ha hanno i il in infatti inoltre insieme io l la là le lei li lo loro lui lungo ma mai me meno mentre mi mia
    mie miei mio molta molte molti molto ne né negli nei nel nell nella nelle nello nessun nessuna nessuno niente no noi non nostra nostri nostro
    nulla o od ogni ognuno oltre oppure ora ossia per perché perciò però più po poi poiché possono potrebbe prima propria proprio può pure
    qua qual quale quali qualche quando quanto quasi quella quelle quelli quello questa queste questi questo qui quindi sarà se sé sebbene secondo sei sempre
    senza si sia siamo siano sin solo soltanto sono sopra sotto sta stata state stati stato stessa stesse stessi stesso su sua sue sugli sui sul
    sulla sulle sullo suo suoi tale tali tanto te ti tra troppo tu tutta tuttavia tutte tutti tutto un un' una uno va verso vi via viene vengono voi`,
  pt: `a à ação acerca agora ainda alem além algo alguém algum alguma algumas alguns ambos ante antes ao aos apenas apesar após aquela aquelas
    aquele aqueles aquilo as às assim até através cada caso com como conforme contra contudo cuja cujas cujo cujos da daquela daquele das de dela
    delas dele deles depois desde dessa desse desta deste deve devem disso disto do dois dos durante e é ela elas ele eles em embora enquanto
    então entre era eram essa essas esse esses esta está estão estar estas este estes eu foi fora foram forma há isso isto já la lá lhe
    lhes lo logo mais mas me mediante meio menos mesma mesmas mesmo mesmos meu minha muita muitas muito muitos na nada não nas nem nenhum nenhuma
    nessa nesse nesta neste no nos nós nossa nosso num numa nunca o onde os ou outra outras outro outros para pela pelas pelo pelos per perante
    pode podem poderá por porém porque portanto pouco pouca qual quais qualquer quando quanto quase que quê quem se sejam seja sem sempre sendo
    ser será seu seus si sido sim sob sobre são só somente sua suas tais tal também tampouco tão tem têm ter teu toda todas todavia todo todos tu tua tudo
    última último um uma umas uns vez você vocês vos`,
  nl: `aan aangezien achter af al aldus alle alleen alles als alsof altijd ander andere anderen anders behalve beide ben beneden bent bij
    bijna binnen boven buiten daar daarbij daardoor daarin daarna daarom daarop daarvan dan dat de den der deze die dit doch doen door dus echter
    een eens eerst eerste elk elke en enige enkel enkele er eveneens had hadden haar hebben heeft hele hem het hier hierbij hierdoor hij hoe hoewel hun
    ieder iedere iemand iets ik in indien is ja je jij jou jullie kan kon konden kunnen kunt liever maar mag me meer meest met mij mijn minder misschien moet
    moeten mogelijk mogen na naar naast nadat net niet niets nog nooit nu of om omdat onder ondanks ons onze ook op over overal reeds samen sinds sommige steeds
    te tegen ten ter terwijl tijdens toch toe toen tot tussen u uit uw van vanaf vanuit veel verder via volgens voor vooral voordat vrij waar waarbij waardoor
    waarin waarom waarop waarvan wanneer want waren was wat we weer wel welk welke werd werden weten wie wij wil willen word worden wordt
    zal ze zeer zelf zich zij zijn zo zoals zodat zonder zou zouden zowel zullen`,
}

const sets = new Map(
  Object.entries(lists).map(([language, list]) => [
    language,
    new Set(list.split(/\s+/u).filter((word) => word !== '')),
  ]),
)
const none: ReadonlySet<string> = new Set()

/** The languages that have a list: ISO 639-1. */
export const languagesWithStopWords: readonly string[] = [...sets.keys()]

/** Lower case. `language`: BCP 47; empty where there is no list. Of an unknown language (null) those of English. */
export function stopWordsOf(language: string | null): ReadonlySet<string> {
  return sets.get((language ?? 'en').toLowerCase().split('-')[0] ?? '') ?? none
}
