namespace TypedMetadata;

/// <summary>Finds the breaking changes between two versions of the RPCs.</summary>
internal static class MethodComparison
{
    internal static void Compare(ContractDocument old, ContractDocument current, RenamedRecords renamed, List<ContractChange> changes)
    {
        foreach (ContractService service in old.Services)
        {
            ContractService? now = current.Services.FirstOrDefault(one => one.Name == service.Name);
            foreach (ContractMethod method in service.Methods)
            {
                if (now?.Methods.FirstOrDefault(one => one.Name == method.Name) is ContractMethod same)
                {
                    new Comparison($"The RPC '{service.Name}/{method.Name}'", (service.Name, method.Name), current, renamed, changes).Compare(method, same);
                }
                else
                {
                    changes.Add(new(ContractRules.RecordRemoved, $"The RPC '{service.Name}/{method.Name}'", "was removed, which breaks old clients that call it", "keep it, or accept the change in the contract file")
                    {
                        Place = (service.Name, method.Name),
                    });
                }
            }
        }
    }

    private sealed class Comparison(string subject, (string, string?) place, ContractDocument current, RenamedRecords renamed, List<ContractChange> changes)
    {
        internal void Compare(ContractMethod old, ContractMethod now)
        {
            foreach (ContractUse use in now.Request.Where(static use => use.Enforcement != "report-only"))
            {
                ContractUse? before = Before(old.Request, use);
                if (before is null && IsRequired(use))
                {
                    Add(ContractRules.BecameRequired, $"expects '{use.Record}', which breaks old clients that do not send it", "make its keys optional, or set Enforcement = ContractEnforcement.ReportOnly until all clients send it");
                }
                else if (before?.Enforcement == "report-only")
                {
                    Add(ContractRules.BecameRequired, $"rejects calls without a valid '{use.Record}', which breaks old clients that do not send one", "keep ReportOnly until all clients send it");
                }
            }

            foreach (ContractUse use in old.Request.Where(use => renamed.Now(use.Record) is not null && !Has(now.Request, use)))
            {
                Add(ContractRules.RecordRemoved, $"no longer reads '{use.Record}', so values of old clients are ignored, and old servers miss what new clients no longer send", "keep the record");
            }

            CompareResponses("initial", old.Initial, now.Initial);
            CompareResponses("trailing", old.Trailing, now.Trailing);
        }

        private void CompareResponses(string position, IReadOnlyList<ContractUse> old, IReadOnlyList<ContractUse> now)
        {
            foreach (ContractUse use in old.Where(use => renamed.Now(use.Record) is not null && !Has(now, use)))
            {
                Add(ContractRules.RecordRemoved, $"no longer sends '{use.Record}' as {position} metadata, which breaks old clients that read it", "keep the record");
            }

            foreach (ContractUse use in now.Where(use => IsRequired(use) && Before(old, use) is null))
            {
                Add(ContractRules.BecameRequired, $"sends '{use.Record}' as {position} metadata, which breaks new clients that read it from old servers", "make its keys optional, or update all servers first");
            }
        }

        private bool Has(IReadOnlyList<ContractUse> uses, ContractUse old) => uses.Any(use => use.Record == renamed.Now(old.Record)?.Type);

        private ContractUse? Before(IReadOnlyList<ContractUse> uses, ContractUse now) => uses.FirstOrDefault(use => renamed.Now(use.Record)?.Type == now.Record);

        private bool IsRequired(ContractUse use) => current.Records.FirstOrDefault(record => record.Type == use.Record)?.Keys.Any(static key => key.Required) == true;

        private void Add(string rule, string problem, string remedy) => changes.Add(new(rule, subject, problem, remedy) { Place = place });
    }
}
