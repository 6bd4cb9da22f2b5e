/** Words by which a column of two values tells how something ended, and those by which it only tells groups apart. */

const list = (words: string): readonly string[] => words.split(/\s+/).filter((word) => word.length > 0)

/** Values that answer a question which the column's name asks. */
export const yesWords: ReadonlySet<string> = new Set(list('yes y true t 1 1.0 ja oui si sí wahr vrai x'))
export const noWords: ReadonlySet<string> = new Set(list('no n false f 0 0.0 nein non falsch faux -'))

/** Values that name the end themselves. Of two in one column, the one that stands first here is the outcome. */
export const endWords =
  list(`won win wins bought purchased sold survived alive recovered cured admitted accepted approved
  passed pass success successful succeeded succeed converted clicked subscribed renewed responded replied completed
  hired promoted repaid paid retained positive present infected sick diseased malignant spam fraud fraudulent defaulted
  churned cancelled canceled returned refunded readmitted relapsed died dead deceased fatal failed fail failure late
  delayed defective damaged broken guilty convicted attrited
  lost lose loss losses rejected denied declined refused negative absent healthy benign ham legitimate genuine
  acquitted unsuccessful`)

/** Verbs whose doer is what the row is about: `Female survived more often than Male`. */
export const doingWords: ReadonlySet<string> = new Set(
  list(`survived died bought purchased won lost recovered churned converted clicked defaulted subscribed renewed relapsed
    responded replied passed failed graduated enrolled attended voted quit left stayed paid repaid signed smoked
    unsubscribed cancelled canceled improved married moved participated reoffended relisted upgraded downgraded`),
)

/** Names of columns that tell how something ended, beside those that are participles. */
export const endNames: ReadonlySet<string> = new Set([
  ...doingWords,
  ...endWords,
  ...list(`outcome outcomes result results target response churn attrition conversion click purchase default fraud spam
    success failure win event death mortality survival status verdict decision admit default disease diagnosis
    readmission relapse recovery cancellation return label injury accident arrest arrival case`),
])

/** Participles of what someone is, and not of how something ended for them. */
export const stateNames: ReadonlySet<string> = new Set(
  list(`employed unemployed unmarried divorced widowed separated retired educated insured uninsured exposed
  vaccinated unvaccinated furnished airconditioned gifted skilled unskilled aged armed bearded experienced related need
  speed seed feed breed red bed wed weed used`),
)

/** Names of columns that tell groups apart, whatever their two values are called. */
export const groupNames: ReadonlySet<string> = new Set(
  list(`sex gender arm arms group groups treatment treated intervention version variant condition cohort team side class
    type kind category segment law exposed exposure supp species region site branch city country state district holiday
    weekend weekday workingday season sample split fold set period year month half geschlecht gruppe sexe genre`),
)
