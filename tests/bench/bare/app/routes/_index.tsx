import { Link, useLoaderData } from '@remix-run/react';

export const loader = () => ({
  items: Array.from({ length: 20 }, (_, i) => ({
    id: i,
    title: `垂直起降复合翼巡检无人机 ${i}`,
    organisation: '西安云鹞航空（示例）有限公司',
    price: `${20 + i}–${40 + i} 万元/架`,
    summary:
      '兼具多旋翼起降与固定翼巡航能力的长航时电动无人机，无需跑道即可执行电力线路、管道和河道的大范围巡查。',
  })),
});

export default function List() {
  const { items } = useLoaderData<typeof loader>();
  return (
    <ul>
      {items.map((item) => (
        <li key={item.id}>
          <h3>
            <Link to={`/products/${item.id}`}>{item.title}</Link>
          </h3>
          <p>{item.organisation}</p>
          <p>{item.summary}</p>
          <p>{item.price}</p>
        </li>
      ))}
    </ul>
  );
}
