package org.safepassage.redact.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.safepassage.schemas.Role;

class PoliciesTest {
    @Test
    void theShippedPoliciesAreValidAndKeepPerpetratorsOnly() throws Exception {
        Policies policies = Policies.load(Path.of(System.getProperty("safepassage.root"), "config", "policies"));

        assertThat(policies.names()).contains("accountability-platform", "un-mechanism");
        for (String name : policies.names()) {
            Policy policy = policies.find(name).orElseThrow();
            assertThat(policy.keepsNamesOf(Role.ALLEGED_PERPETRATOR)).isTrue();
            assertThat(policy.keepsNamesOf(Role.WITNESS)).isFalse();
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
