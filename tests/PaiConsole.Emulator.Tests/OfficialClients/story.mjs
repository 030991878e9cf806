// What is called, in the order in which a team would: each operation with arguments that make it succeed, and values that are awkward to sign.
const region = 'cn-shanghai';
const workspace = '268';
const sku = 'ecs.gn7i-c8g1.2xlarge';
const image = 'dsw-registry-vpc.cn-shanghai.cr.aliyuncs.com/pai/pytorch:2.6.0-gpu-py312-cu126-ubuntu22.04';
const awkward = "实验 a/b*c~d!'()+%&=é";

const of = product => (name, recipe = () => ({}), keep) => ({ product, name, recipe: typeof recipe === 'function' ? recipe : () => recipe, keep });
const pass = seconds => ({ pass: seconds });

const dlc = of('pai-dlc');
const job = more => k => ({ path: { JobId: k.job }, ...more });
const pod = more => k => ({ path: { JobId: k.job, PodId: k.pod }, ...more });

const dsw = of('pai-dsw');
const snapshot = k => ({ path: { InstanceId: k.notebook, SnapshotId: k.snapshot } });
const notebook = more => k => ({ path: { InstanceId: k.notebook }, ...more });

const eas = of('eas');
const service = (name, more) => ({ path: { ClusterId: region, ServiceName: name }, ...more });
const group = (name, more) => ({ path: { ClusterId: region, GroupName: name }, ...more });
const document = (name, tag) => ({
  metadata: { name, instance: 1, group: 'qwen', workspace_id: workspace, 'rpc.keepalive': 600000 },
  cloud: { computing: { instances: [{ type: sku, spot_price_limit: 9 }, { type: sku }] } },
  containers: [{ image: `eas-registry-vpc.cn-shanghai.cr.aliyuncs.com/pai-eas/vllm:${tag}`, script: 'vllm serve /model_dir --port 8000 # 模型', port: 8000 }],
  storage: [{ mount_path: '/model_dir', oss: { path: 'oss://models/Qwen3-8B/', readOnly: true } }],
});
const scaler = max => ({ min: 1, max, scaleStrategies: [{ metricName: 'qps', threshold: 10 }], behavior: { scaleDown: { stabilizationWindowSeconds: 60 } } });

const space = of('AIWorkSpace');
const ecs = of('Ecs');
const studio = of('PaiStudio');
const training = more => k => ({ path: { TrainingJobId: k.training }, ...more });

const workspaces = [
  space('ListWorkspaces', { query: { PageNumber: 1, PageSize: 20, Verbose: true, Order: 'DESC', WorkspaceName: '' } }),
  space('ListImages', { query: { Verbose: true, PageSize: 50, Labels: 'system.official=true' } }),
  space('ListDatasets', { query: { WorkspaceId: workspace, PageSize: 50, Order: 'ASC' } }),
];

const prices = [
  ecs('DescribePrice', { query: { RegionId: region, InstanceType: sku, Amount: 2, PriceUnit: 'Hour', SystemDisk: { Category: 'cloud_essd', Size: 40 }, DataDisk: [{ Category: 'cloud_ssd', Size: 100 }] } }),
  ecs('DescribeInstanceTypes', { query: { InstanceTypes: [sku, 'ecs.g7.large'], MaxResults: 10 } }),
  ecs('DescribeSpotPriceHistory', { query: { RegionId: region, InstanceType: sku, NetworkType: 'vpc', OSType: 'linux', SpotDuration: 0, StartTime: '2020-01-01T00:00:00Z' } }),
  studio('GetSpotPriceHistory', { path: { InstanceType: sku }, query: { PageSize: 20, Order: 'desc', SortBy: 'GmtCreatedTime' } }),
];

const jobs = [
  dlc('ListEcsSpecs', { query: { PageSize: 500, SortBy: 'Gpu', Order: 'desc' } }),
  dlc('CreateJob', {
    body: {
      DisplayName: awkward,
      JobType: 'PyTorchJob',
      WorkspaceId: workspace,
      UserCommand: 'torchrun train.py --note "你好\n世界"',
      JobSpecs: [{ Type: 'Worker', Image: image, PodCount: 2, EcsSpec: sku, RestartPolicy: 'OnFailure', SpotSpec: { SpotStrategy: 'SpotWithPriceLimit', SpotDiscountLimit: 0.5 } }],
      Envs: { NCCL_DEBUG: 'INFO' },
      DataSources: [{ Uri: 'oss://bucket.oss-cn-shanghai-internal.aliyuncs.com/out/', MountPath: '/mnt/out' }],
      Priority: 5,
      JobMaxRunningTimeMinutes: 600,
      Settings: { Tags: { team: 'nlp' } },
    },
  }, (answer, k) => { k.job = answer.JobId; }),
  pass(150),
  dlc('GetJob', job({ query: { NeedDetail: true } }), (answer, k) => { k.pod = answer.Pods[0].PodId; }),
  dlc('ListJobs', k => ({ query: { WorkspaceId: workspace, DisplayName: '实验 a', JobIds: `${k.job},dlcnone`, Tags: { team: 'nlp' }, FromAllWorkspaces: false, PageSize: 10 } })),
  dlc('UpdateJob', job({ body: { Priority: 7, Description: awkward } })),
  dlc('GetJobEvents', job({ query: { MaxEventsNum: 50, StartTime: '2020-01-01T00:00:00Z' } })),
  dlc('GetPodLogs', pod({ query: { MaxLines: 20, StartTime: '2020-01-01T00:00:00Z' } })),
  dlc('GetPodEvents', pod({ query: { MaxEventsNum: 50 } })),
  dlc('GetJobMetrics', job({ query: { MetricType: 'GpuCoreUsage', TimeStep: '5m' } })),
  dlc('StopJob', job()),
  pass(60),
  dlc('DeleteJob', job()),
];

// As the Python SDK's estimator sends it.
const trainingJobs = [
  studio('CreateTrainingJob', {
    body: {
      TrainingJobName: awkward,
      WorkspaceId: workspace,
      AlgorithmSpec: {
        Command: ['sh', '-c', 'torchrun train_sft.py $PAI_USER_ARGS --output_dir /ml/output/checkpoints --resume'],
        Image: image,
        JobType: 'PyTorchJob',
        CodeDir: { LocationType: 'oss', LocationValue: { Bucket: 'my-bucket', Key: 'code/source.tar.gz', Endpoint: 'oss-cn-shanghai.aliyuncs.com' } },
        InputChannels: [{ Name: 'data' }],
        OutputChannels: [{ Name: 'model' }, { Name: 'checkpoints' }],
      },
      ComputeResource: { EcsCount: 2, EcsSpec: sku, SpotSpec: { SpotStrategy: 'SpotWithPriceLimit', SpotDiscountLimit: 0.5 } },
      HyperParameters: [{ Name: 'num_train_epochs', Value: '3' }, { Name: 'note', Value: '你好 a&b' }],
      InputChannels: [{ Name: 'data', InputUri: 'oss://my-bucket.oss-cn-shanghai-internal.aliyuncs.com/datasets/sft-v1/' }],
      OutputChannels: [{ Name: 'model', OutputUri: 'oss://my-bucket/model/' }, { Name: 'checkpoints', OutputUri: 'oss://my-bucket/checkpoints/' }],
      Labels: [{ Key: 'CreatedBy', Value: 'sdk' }],
      Environments: { HF_HOME: '/ml/模型' },
      Scheduler: { MaxRunningTimeInSeconds: 86400 },
    },
  }, (answer, k) => { k.training = answer.TrainingJobId; }),
  pass(150),
  studio('GetTrainingJob', training()),
  studio('ListTrainingJobs', { query: { WorkspaceId: workspace, TrainingJobName: '实验 a', Labels: { CreatedBy: 'sdk' }, PageSize: 10, Order: 'DESC' } }),
  studio('ListTrainingJobLogs', training({ query: { PageNumber: 1, PageSize: 20 } })),
  studio('ListTrainingJobEvents', training({ query: { PageSize: 20, StartTime: '2020-01-01T00:00:00Z' } })),
  studio('ListTrainingJobMetrics', training({ query: { Name: 'loss', Order: 'DESC', PageSize: 10 } })),
  studio('StopTrainingJob', training()),
  pass(60),
  studio('DeleteTrainingJob', training()),
];

const notebooks = [
  dsw('ListEcsSpecs', { query: { AcceleratorType: 'GPU', PageSize: 50, Order: 'DESC' } }),
  dsw('CreateInstance', {
    body: {
      InstanceName: 'exp_official',
      WorkspaceId: workspace,
      EcsSpec: sku,
      ImageUrl: image,
      Accessibility: 'PRIVATE',
      CloudDisks: [{ SubType: 'rootfs', Capacity: '100Gi' }],
      Datasets: [{ Uri: 'oss://bucket.oss-cn-shanghai-internal.aliyuncs.com/数据/', MountPath: '/mnt/data', MountAccess: 'RW' }],
      EnvironmentVariables: { HF_HOME: '/mnt/data/hf' },
      Labels: [{ Key: 'team', Value: 'nlp' }],
    },
  }, (answer, k) => { k.notebook = answer.InstanceId; }),
  pass(120),
  dsw('GetInstance', notebook()),
  dsw('ListInstances', { query: { InstanceName: 'exp_official', Labels: { team: 'nlp' }, PageNumber: 1, PageSize: 10, Order: 'ASC' } }),
  dsw('CreateIdleInstanceCuller', notebook({ body: { CpuPercentThreshold: 20, GpuPercentThreshold: 10, MaxIdleTimeInMinutes: 600 } })),
  dsw('GetIdleInstanceCuller', notebook()),
  dsw('DeleteIdleInstanceCuller', notebook()),
  dsw('CreateInstanceShutdownTimer', notebook({ body: { RemainingTimeInMs: 36000000 } })),
  dsw('GetInstanceShutdownTimer', notebook()),
  dsw('DeleteInstanceShutdownTimer', notebook()),
  dsw('GetInstanceMetrics', notebook({ query: { MetricType: 'GpuCoreUsage', TimeStep: '15m' } })),
  dsw('GetInstanceEvents', notebook({ query: { MaxEventsNum: 50, StartTime: '2020-01-01T00:00:00Z' } })),
  dsw('GetLifecycle', notebook({ query: { Limit: 5, SessionNumber: 0, Order: 'DESC', StartTime: '2020-01-01T00:00:00Z' } }), (answer, k) => { k.lifecycle = answer.Lifecycle[0][0].LifecycleId; }),
  dsw('ListSystemLogs', k => ({ query: { InstanceId: k.notebook, LifecycleId: k.lifecycle, Order: 'ASC', SortBy: 'GmtCreateTime', GmtStartTime: '2020-01-01T00:00:00Z' } })),
  dsw('QueryAutoShutdownPolicies', k => ({ body: { InstanceIds: [k.notebook] } })),
  dsw('UpdateInstanceLabels', notebook({ body: { Labels: [{ Key: 'note', Value: awkward }, { Key: 'owner', Value: 'emma' }] } })),
  dsw('DeleteInstanceLabels', notebook({ query: { LabelKeys: 'owner,team' } })),
  dsw('CreateInstanceSnapshot', notebook({ body: { SnapshotName: 'env-v1', SnapshotDescription: awkward, ImageUrl: 'registry.example.com/team/env:v1', Labels: [{ Key: 'team', Value: 'nlp' }], ExcludePaths: ['/tmp', '/mnt/数据'], Overwrite: false } }), (answer, k) => { k.snapshot = answer.SnapshotId; }),
  pass(120),
  dsw('ListInstanceSnapshot', notebook({ query: { PageNumber: 1, PageSize: 10, SortBy: 'gmtCreate', Order: 'DESC' } })),
  dsw('GetInstanceSnapshot', snapshot),
  dsw('DeleteInstanceSnapshot', snapshot),
  dsw('GetToken', k => ({ query: { InstanceId: k.notebook, ExpireTime: 60, Type: 'Access', Audience: 'Aliyun' } })),
  dsw('StopInstance', notebook({ query: { SaveImage: false } })),
  pass(60),
  dsw('UpdateInstance', notebook({ body: { EcsSpec: 'ecs.g7.large', EnvironmentVariables: { HF_HOME: '/mnt/模型' } } })),
  pass(60),
  dsw('StartInstance', notebook()),
  pass(120),
  dsw('StopInstance', notebook({ query: { SaveImage: true } })),
  pass(300),
  dsw('DeleteInstance', notebook()),
  dsw('CreateInstance', { body: { InstanceName: 'exp_batch', WorkspaceId: workspace, EcsSpec: sku, ImageUrl: image } }, (answer, k) => { k.notebook = answer.InstanceId; }),
  pass(120),
  dsw('StopInstances', k => ({ body: { InstanceIds: [k.notebook] } })),
  pass(60),
  dsw('DeleteInstances', k => ({ body: { InstanceIds: [k.notebook] } })),
];

const services = [
  eas('CreateGroup', { body: { Name: 'qwen', Labels: { team: 'nlp' }, WorkSpaceId: workspace } }),
  eas('CreateService', { query: { WorkspaceId: workspace, Labels: { team: 'nlp' } }, body: document('qwen_stable', '0.14.0-gpu') }),
  eas('CreateService', { query: { WorkspaceId: workspace }, body: document('qwen_canary', '0.15.0-gpu') }),
  pass(400),
  eas('DescribeService', service('qwen_stable')),
  eas('ListServices', { query: { Filter: 'qwen', Label: { team: 'nlp' }, PageNumber: 1, PageSize: 10, Sort: 'CreateTime', Order: 'desc' } }),
  eas('ReleaseService', service('qwen_canary', { body: { TrafficState: 'grouping', Weight: 10 } })),
  eas('UpdateGroup', group('qwen', { body: { TrafficMode: 'customized', Labels: { team: 'nlp', note: awkward } } })),
  eas('DescribeGroup', group('qwen')),
  eas('ListGroups', { query: { Filter: 'qwen', Labels: { team: 'nlp' }, PageSize: '10' } }),
  eas('ScaleService', service('qwen_stable', { body: { Instance: 2 } })),
  pass(300),
  eas('ListServiceInstances', service('qwen_stable', { query: { PageSize: 10 } })),
  eas('DescribeServiceLog', service('qwen_stable', { query: { PageNum: 1, PageSize: 50, Keyword: '' } })),
  eas('DescribeServiceEvent', service('qwen_stable', { query: { PageNum: '1', PageSize: '50', StartTime: '2020-01-01 00:00:00' } })),
  eas('CreateServiceAutoScaler', service('qwen_stable', { body: scaler(3) })),
  eas('UpdateServiceAutoScaler', service('qwen_stable', { body: scaler(4) })),
  eas('DescribeServiceAutoScaler', service('qwen_stable')),
  eas('DeleteServiceAutoScaler', service('qwen_stable')),
  eas('UpdateService', service('qwen_stable', { query: { UpdateType: 'merge' }, body: { metadata: { rpc: { keepalive: 300000 } }, containers: document('', '0.15.0-gpu').containers } })),
  pass(600),
  eas('RestartService', service('qwen_stable')),
  pass(600),
  eas('StopService', service('qwen_stable')),
  pass(120),
  eas('StartService', service('qwen_stable')),
  pass(400),
  eas('DeleteService', service('qwen_canary')),
  pass(120),
  eas('CreateGroup', { body: { Name: 'spare' } }),
  eas('DeleteGroup', group('spare')),
];

export const story = [...workspaces, ...prices, ...jobs, ...trainingJobs, ...notebooks, ...services];
