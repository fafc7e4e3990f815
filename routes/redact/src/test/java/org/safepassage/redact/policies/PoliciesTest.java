package org.safepassage.redact.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safepassage.schemas.Role;

class PoliciesTest {
    private static final String HEAD = """
            policy: some
            description: a policy for pictures and films
            rows:
              unlinked:
                PERSON: remove
            """;

    static Stream<Arguments> rulesForPixelsAndSound() {
        return Stream.of(
                arguments("photographs", rule(Policy::photographs), PixelRule.HOLD, "release", PixelRule.RELEASE),
                arguments("scans", rule(Policy::scans), PixelRule.HOLD, "release", PixelRule.RELEASE),
                arguments("videos", rule(Policy::videos), PixelRule.HOLD, "release", PixelRule.RELEASE),
                arguments("voice", rule(Policy::voice), Voice.MUTE, "change", Voice.CHANGE));
    }

    private static Function<Policy, Object> rule(Function<Policy, Object> rule) {
        return rule;
    }

    /// Pictures and films wait for a person, and films are mute.
    @ParameterizedTest(name = "{0}")
    @MethodSource("rulesForPixelsAndSound")
    void theCautiousRuleHoldsUnlessThePolicySaysOtherwise(
            String field, Function<Policy, Object> rule, Object cautious, String word, Object other) throws Exception {
        assertThat(rule.apply(Policies.parse("some.yaml", HEAD))).isEqualTo(cautious);
        assertThat(rule.apply(Policies.parse("some.yaml", HEAD + field + ": " + word + "\n")))
                .isEqualTo(other);
        assertThatThrownBy(() -> Policies.parse("some.yaml", HEAD + field + ": sometimes\n"))
                .isInstanceOf(PolicyInvalid.class)
                .hasMessageContaining(field);
    }

    @Test
    void theShippedPoliciesAreValidAndKeepNobodyButPerpetrators() throws Exception {
        Policies policies = Policies.load(Path.of(System.getProperty("safepassage.root"), "config", "policies"));

        assertThat(policies.names())
                .containsExactly("accountability-platform", "forensic-expert", "public-report", "un-mechanism");
        for (String name : policies.names()) {
            Policy policy = policies.find(name).orElseThrow();
            assertThat(policy.keepsNamesOf(Role.ALLEGED_PERPETRATOR))
                    .isEqualTo(Set.of("accountability-platform", "un-mechanism").contains(name));
            assertThat(Stream.of(Role.values()).filter(role -> role != Role.ALLEGED_PERPETRATOR))
                    .noneMatch(policy::keepsNamesOf);
            assertThat(policy.action(Policy.UNLINKED, "CONTACT.PHONE")).isEqualTo(Action.REMOVE);
        }
    }

    @Test
    void aWrongActionIsReportedWithFileLineFieldAndNextAction() {
        assertThatThrownBy(() -> Policies.parse("some.yaml", """
                                policy: some
                                description: a policy that is wrong
                                rows:
                                  unlinked:
                                    PERSON: remove
                                  witness:
                                    PERSON: publish
                                """))
                .isInstanceOf(PolicyInvalid.class)
                .hasMessageContaining("some.yaml line 7")
                .hasMessageContaining("rows.witness.PERSON")
                .hasMessageContaining("hub config check");
    }

    @Test
    void anUnlinkedNameCanNeverBeKept() {
        assertThatThrownBy(() -> Policies.parse("some.yaml", """
                                policy: some
                                description: a policy that is wrong
                                rows:
                                  unlinked:
                                    PERSON: keep
                                """)).isInstanceOf(PolicyInvalid.class);
    }

    @Test
    void aKeyGivenTwiceIsRefused() {
        assertThatThrownBy(() -> Policies.parse("some.yaml", """
                                policy: some
                                policy: other
                                """))
                .isInstanceOf(PolicyInvalid.class)
                .hasMessageContaining("some.yaml");
    }
}
