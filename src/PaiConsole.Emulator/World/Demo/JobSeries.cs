namespace PaiConsole.Emulator.World.Demo;

/// <summary>A kind of job that somebody submits again and again.</summary>
/// <param name="Name">Name before the running number.</param>
/// <param name="Group">Team that submits it.</param>
/// <param name="Type">Job type.</param>
/// <param name="Sku">Instance type of the workers.</param>
/// <param name="Pods">Nodes.</param>
/// <param name="Minutes">Usual running time.</param>
/// <param name="Share">How often it comes, relative to the others.</param>
/// <param name="Command">Command.</param>
/// <param name="Dataset">Dataset it reads.</param>
internal sealed record JobSeries(string Name, string Group, string Type, string Sku, int Pods, double Minutes, int Share, string Command, string Dataset)
{
    private const string A10 = "ecs.gn7i-c8g1.2xlarge";
    private const string FourA10 = "ecs.gn7i-c32g1.32xlarge";
    private const string EightA10 = "ecs.gn7i-8x.32xlarge";
    private const string A100 = "ecs.gn7-c12g1.3xlarge";
    private const string EightA100 = "ecs.gn7-c13g1.26xlarge";
    private const string T4 = "ecs.gn6i-c4g1.xlarge";
    private const string Cpu = "ecs.g7.4xlarge";
    private const string Torchrun = "torchrun --nnodes=$WORLD_SIZE --node_rank=$RANK --master_addr=$MASTER_ADDR --master_port=$MASTER_PORT ";

    /// <summary>Offers to run on spot capacity.</summary>
    public bool Spot { get; init; }

    public static readonly JobSeries[] All =
    [
        new("qwen25-7b-sft", "nlp", "PyTorchJob", EightA10, 1, 190, 40, Torchrun + "--nproc_per_node=8 sft.py --model /mnt/models/Qwen2.5-7B --data /mnt/data/sft --epochs 3 --lr 1e-5 --bf16 --deepspeed ds_z3.json", DemoDatasets.Sft),
        new("qwen3-8b-dpo", "nlp", "PyTorchJob", EightA100, 1, 140, 18, Torchrun + "--nproc_per_node=8 dpo.py --model /mnt/models/Qwen3-8B --beta 0.1 --epochs 1 --max-length 4096", "d-dpo4k9q2w7e1r6tygg"),
        new("qwen25-7b-lora", "nlp", "PyTorchJob", A10, 1, 75, 34, "python lora_sft.py --model /mnt/models/Qwen2.5-7B --rank 32 --epochs 2 --batch-size 4 --grad-accum 8", DemoDatasets.Sft) { Spot = true },
        new("zh-lm-pretrain", "nlp", "PyTorchJob", EightA100, 2, 620, 6, Torchrun + "--nproc_per_node=8 pretrain.py --config configs/1b3.yaml --data /mnt/corpus --epochs 1", DemoDatasets.Pretrain),
        new("bge-m3-finetune", "nlp", "PyTorchJob", A100, 1, 95, 18, Torchrun + "--nproc_per_node=1 finetune_embedding.py --model BAAI/bge-m3 --negatives 7 --epochs 4", DemoDatasets.Sft),
        new("llm-eval-nightly", "nlp", "PyTorchJob", A10, 1, 38, 26, "python -m lm_eval_run evaluate.py --tasks ceval,cmmlu,gsm8k --batch-size auto", DemoDatasets.Shared) { Spot = true },
        new("yolov11-shelf", "vision", "PyTorchJob", FourA10, 1, 160, 26, Torchrun + "--nproc_per_node=4 train_det.py --cfg yolo11l.yaml --imgsz 960 --epochs 80 --batch 48", DemoDatasets.Coco),
        new("sdxl-lora-poster", "vision", "PyTorchJob", A100, 1, 66, 20, "accelerate launch train_text_to_image_lora_sdxl.py --resolution=1024 --rank 16 --epochs 12 --mixed_precision=bf16", "d-vid6l1k4j9h2g7fdii") { Spot = true },
        new("receipt-ocr-svtr", "vision", "PyTorchJob", A10, 2, 110, 16, Torchrun + "--nproc_per_node=1 train_rec.py --config svtr_base.yml --epochs 40", "d-ocr8z3x6c1v4b9nmhh"),
        new("swin-video-tag", "vision", "MPIJob", FourA10, 2, 230, 10, "mpirun -np 8 --allow-run-as-root python train_video.py --arch swin-b --epochs 30", "d-vid6l1k4j9h2g7fdii"),
        new("din-ctr-daily", "recsys", "TFJob", Cpu, 4, 85, 26, "python train_din.py --date $BIZDATE --epochs 1 --batch-size 8192 --ps_strategy", DemoDatasets.Clicks),
        new("dssm-recall", "recsys", "PyTorchJob", T4, 1, 70, 18, "python -m tzrec.train_eval train_dssm.py --pipeline_config_path dssm.config --epochs 2", DemoDatasets.Clicks),
        new("xgb-rank-hourly", "recsys", "XGBoostJob", "ecs.c7.4xlarge", 3, 24, 20, "python xgb_rank.py --objective rank:ndcg --num-round 600 --max-depth 8", DemoDatasets.Clicks),
        new("item-embed-batch", "recsys", "ElasticBatchJob", T4, 4, 45, 12, "python embed_items.py --input /mnt/data/clicks/items --output /mnt/output/emb --batch-size 512", DemoDatasets.Clicks) { Spot = true },
        new("data-quality-check", "platform", "PyTorchJob", "ecs.g7.xlarge", 1, 9, 10, "python check_dataset.py --root /mnt/data --report /mnt/output/report.json", DemoDatasets.Shared),
    ];

    /// <summary>Small things that somebody always tries between the big ones.</summary>
    public static readonly JobSeries[] Quick =
    [
        new("smoke-test", "platform", "PyTorchJob", A10, 1, 2.5, 3, "python smoke.py --steps 200 --epochs 1", DemoDatasets.Shared),
        new("ckpt-eval", "nlp", "PyTorchJob", A10, 1, 6, 3, "python evaluate.py --checkpoint latest --tasks mmlu_mini --epochs 1", DemoDatasets.Sft) { Spot = true },
        new("det-quick-val", "vision", "PyTorchJob", T4, 1, 4, 2, "python val_det.py --weights last.pt --imgsz 640 --epochs 1", DemoDatasets.Coco),
        new("feature-backfill", "recsys", "ElasticBatchJob", "ecs.c7.4xlarge", 2, 8, 2, "python backfill.py --date $BIZDATE", DemoDatasets.Clicks),
    ];
}
