// Every act and its rule. The compiler misses the one that is not here.
import type { ActType } from '../act/act-bodies.ts'
import { agreementRules } from '../agreement/agreement-rules.ts'
import { commitmentRules } from '../commitment/commitment-rules.ts'
import { conceptRules } from '../concept/concept-rules.ts'
import { delegationRules } from '../delegation/delegation-rules.ts'
import { exchangeRules } from '../exchange/exchange-rules.ts'
import { interestRules } from '../interest/interest-rules.ts'
import { letterRules } from '../letter/letter-rules.ts'
import { answeringRules } from './answering-rules.ts'
import { lifeRules } from './life-rules.ts'
import { openingRules } from './opening-rules.ts'
import type { Rule, Rules } from './reading.ts'
import { stepRules } from './step-rules.ts'

const RULES: Rules<ActType> = {
  ...openingRules,
  ...answeringRules((type) => ruleOf(type)),
  ...interestRules,
  ...stepRules,
  ...conceptRules,
  ...agreementRules,
  ...delegationRules,
  ...exchangeRules,
  ...commitmentRules,
  ...letterRules,
  ...lifeRules,
}

/** The rule of a type, to be asked about acts of that type only. */
export const ruleOf = (type: ActType): Rule<ActType> => RULES[type] as unknown as Rule<ActType>
