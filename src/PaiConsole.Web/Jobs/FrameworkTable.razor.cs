using Microsoft.AspNetCore.Components;

namespace PaiConsole.Web.Jobs;

/// <summary>What a person trains with, and the job type that DLC runs it as; the words are case-sensitive on the wire.</summary>
public sealed partial class FrameworkTable
{
    private static readonly (string Key, string Type)[] Frameworks =
    [
        ("Ddp", "PyTorchJob"), ("DeepSpeed", "PyTorchJob"), ("Megatron", "PyTorchJob"), ("TensorFlow", "TFJob"),
        ("Horovod", "MPIJob"), ("Custom", "ElasticBatchJob"), ("XgBoost", "XGBoostJob"), ("Ray", "RayJob"),
    ];

    private string _key = "Ddp";

    /// <summary>JobType.</summary>
    [Parameter, EditorRequired] public string Type { get; set; } = "";
    /// <summary>Another type was chosen.</summary>
    [Parameter] public EventCallback<string> OnChoose { get; set; }

    // Three of them are one type: which was pressed is only remembered here.
    private bool IsChosen(string key, string type) =>
        type == Type && (key == _key || Frameworks.First(one => one.Type == type).Key == key && !Frameworks.Contains((_key, type)));

    private Task ChooseAsync(string key, string type)
    {
        _key = key;
        return OnChoose.InvokeAsync(type);
    }
}
