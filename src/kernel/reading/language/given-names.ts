// First names common among children and adults in the United Kingdom, from general knowledge, for spotting a name that was
// left in a case study. Two lists: names that are hardly ever anything else, and names that are also ordinary words,
// months, places or surnames and so need more than a capital letter.

const plain = `
aaliyah aaron abbie abby abdul abdullah abigail abdi adam adele adrian afsana agnes ahmed aiden ahmad aisha aishah aidan alan alana albert
alejandro aleksander alex alexa alexander alexandra alexandru alfie alfred ali alice alicia alina alisha alison alistair allan amanda amelia
amelie amina amir amira amirah amy ana anas anastasia andre andrea andreea andrei andrew angela angus anita anna annabel annabelle anne annie anthony antonia
antonio anya anwar archie aria ariana ariella arlo arthur arun asad asha ashton asif asma astrid atif aurelia aurora ava ayaan ayesha aylin
barbara barnaby barry beatrice beatrix becky bella ben benjamin bernadette bernard beth bethan bethany betty beverley bilal billie billy blake
bogdan bradley brandon brenda brendan brian bridget bronwyn bruce bryony caleb callum calum cameron camilla carl carla carly carmen
caroline catherine cathy cecilia celeste cerys charlene charles charlie charlotte chantelle cheryl chloe chris christina christine christopher ciara claire clara
clarissa claudia clive coby cody colin connie connor conor constance corey courtney craig crystal cristina cynthia daisy damian damien dani
daniel daniela daniella danielle danny daphne darcey darcie darcy darren david dawid deborah debbie declan delilah denise dennis derek desmond diana
diane dominic dominik donald donna doreen doris dorothy dougal douglas duncan dylan eddie edith edward edwin eilidh eileen elaine eleanor elena
eleni eliana elias elijah elisa elise eliza elizabeth ella elle ellen ellie elliot elliott ellis eloise elsa elsie emilia emilie emily emma emmanuel
eric erik erin esme esmae esmee estelle esther ethan eugene eva evan evelyn evie ewan ezra fahad faisal farah farhan fatima fatimah
fatma felicity felix fergus finlay finley finn fiona fletcher frankie fraser freddie frederick freya gabriel gabriela gabriella gareth gary gavin gemma
geoff geoffrey george georgina gerald gerard gethin gillian gino giulia gladys glenn gloria gordon graeme graham greg gregory greta gwen
habiba hadiya hafsa haider hajra hamish hamza hana hanna hannah haris harley haroon harriet harris harrison harry harvey hasan hashim hassan hayden hayley
heidi helen helena henry hermione hilary hollie hugh hugo humaira hussain hussein ian ibrahim ida idris iga ilaria ilyas imani imogen imran ines
ioana ioan iona irene irfan isa isaac isabel isabella isabelle isaiah isha isla ishaan isobel ismail ivan iwan izabella izzy jackie jackson jacob jacqueline
jaden jake jakub jamal james jamie jamila jan jane janet janice jared jasmin jasmine jason jasper javier jay jayden jayne jean jeanette jeff jeffrey
jemima jemma jennifer jenny jenson jeremy jermaine jerome jess jesse jessica jessie jill jim jimmy joan joanna joanne jodie joe joel johanna john
johnny jon jonah jonathan joseph josephine josh joshua josie jude judith judy julia julian julie juliet kabir kacey kacper kadija kai kaden kaitlyn kamil kamran
karen karim karina karl kate katherine kathleen kathryn katie katrina katy kayden kayla kayleigh keeley keira keith kelly kelsey ken kenneth kenzie kerry kevin
khadija khadijah khalid kian kieran kiera kiran kirsten kirsty krzysztof kuba kyle kyra lacey laila lana lara larry laura lauren laurence lawrence layla layton leah
leanne leila lena lennon lenny leo leon leona leonard leonie lesley leslie lewis lexi lexie leyla liam lilah lilian lillian lilly linda lindsay lisa liz lizzie logan
lois lola lorna lorraine lottie lou louie louis louisa louise luca lucas lucia lucie lucy luis luka lukas luke lydia lyla lynda lynn lynne mackenzie maddison maddie
madeleine madison maeve magda magdalena maggie mahmoud maisie maja malachi malcolm malik malika mandy manuel marcel marcus margaret maria mariam mariana marie marilyn
marina mario marion marius marjorie marlon marta martha martin martyn marwa mary maryam mateo mateusz matilda matteo matthew maureen maurice maxwell maya mehmet
megan mel melanie melissa mia michael michal michelle mick miguel mihai mikayla mike mikolaj mila miles millicent millie milo mina miriam miruna mohamed mohammad mohammed
mohsin moira molly monica morag morgan moses moshe muhammad muhammed musa mustafa myla nadia nadine nancy naomi natalia natalie natasha nathan nathaniel nathanial neil nell
nellie neve niamh nicholas nicky nicola nicole nigel nikita nikola nina noah noel noor nora norma norman nusrat olga oliver olivia oliwia ollie omar orla oscar osman otis
otto owen pablo paige pamela patricia patrick patrycja paul paula pauline percy perry peter petra philip phillip phillippa phil phoebe piotr polly priscilla priya przemek
quentin rachael rachel rafael rahul raheem raj rania raphael rashid raul raymond rayyan rebecca reece reggie rehan reuben rhian rhiannon rhys ria ricardo richard ricky
riley rita robert roberta roberto rochelle roderick roger rohan roisin roman romeo ronan ronald ronnie rory rosalind rosemary rosie ross rowena roxanne roy rufus rukhsana
rupert russell ruth ryan saad sabrina sadia safa safiya saif saima sally salma salman sam samantha samina samira samuel sana sandra saoirse sara sarah saskia savannah sean
sebastian selina serena seth shabana shannon sharon shaun shawn sheila shelley sheryl shirley siobhan sofia sofiya sonia sonya sophia sophie spencer stacey stan stanislaw
stanley stefan stella stephanie stephen steve steven stewart stuart sufyan suleman sumaya summaya susan suzanne sylvia szymon tabitha tahir talia tamara tamsin tania tanisha tanya tara tariq
tasha tatiana ted teddy teresa terence terry tessa thea theo theodore theresa thomas tia tiffany tilly tim timothy tina tobias toby tom tommy tomasz toni tony tracey tracy
trevor tristan tyrone umar una usman valerie vanessa vera veronica vicky victor vincent vivian viktor wanda warren wayne wendy wesley wilfred william willow winifred winston wojciech
xander yahya yasin yasmin yasmine yolanda yousef youssef yunus yusuf yvonne zac zach zachary zack zahra zain zainab zak zakariya zara zayn zeeshan zeynep zoe zofia zoya zuzanna`;

/** Also words, months, places, surnames or titles: a capital alone does not make them a name. */
const alsoWords = `
amber angel april archer art ash asher august autumn bailey basil belle bill bishop bobby bob bonnie booker brook brooke brooklyn bryn carol carter charity chase chelsea cherry
chester christian clay cliff coral cooper dale dawn dean delta destiny devon don drew eden elder eve fay faith fern florence forest fox frank gale gene georgia ginger glen grace grant gray guy
hazel hart harmony heath heather henna holly honey hope hudson hunter india iris ivy jack jade jet joy jordan judge june justice justin kent kit kitty lane lee lily lincoln
london mason mark marsh max may melody mercy misty mo nick noble norton nova ocean olive opal page pansy paris parker pat patience pearl peg penny pepper poppy preston prince princess
prudence ray reed reid rich river rob robin rocky rod rose rowan ruby sage sandy scarlet scarlett scott sidney sierra skye sky skylar sonny spike star sterling sue summer sunny sydney taylor
tanner troy tyler val victoria vic viola violet wade ward will wren york zion`;

export const givenNames: ReadonlySet<string> = new Set(wordsOf(plain));
export const givenNamesThatAreWords: ReadonlySet<string> = new Set(wordsOf(alsoWords));

function wordsOf(list: string): string[] {
  return list.split(/\s+/).filter(Boolean);
}
