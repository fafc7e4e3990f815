package org.safepassage.hub.pipeline.steps;

import java.util.Optional;
import java.util.function.Function;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.safepassage.redact.Allowance;
import org.safepassage.redact.policies.Policy;
import org.safepassage.redact.pseudonyms.CodeRegister;
import org.safepassage.redact.pseudonyms.PseudonymMaker;
import org.safepassage.schemas.CaseFile;
import org.safepassage.schemas.Decision;

/// What a recipient may see of a case, from the recorded decision, the policy it names and that recipient's codes.
public final class Allowances {
    private final RunningConfiguration configuration;
    private final Function<String, CodeRegister> registers;

    /// @param configuration holds the policies
    /// @param registers of codes, by recipient
    public Allowances(RunningConfiguration configuration, Function<String, CodeRegister> registers) {
        this.configuration = configuration;
        this.registers = registers;
    }

    /// The policy that a decision names, if it is there.
    public Optional<Policy> policy(Decision decision) {
        return configuration.policies().find(decision.policy());
    }

    /// The allowance under a policy.
    public Allowance of(CaseFile caseFile, Decision decision, Policy policy, String recipient) {
        return new Allowance(
                policy,
                decision.permitted(),
                caseFile.persons(),
                new PseudonymMaker(registers.apply(recipient)),
                caseFile.id().caseFile() + "/");
    }
}
